namespace Ingest.Tests.Cli;

internal static class Articles
{
    public const string Ferry =
        "The ferry was late again on Monday.\n\nPassengers waited two hours at the pier in the rain, and nobody told them why.\n";

    public const string Bridge =
        "The bridge is open.\n\nEngineers closed it in March after a crack was found in one of the cables over the river.\n";
}
