using System.Globalization;

namespace Ingest.Cli.Files;

/// <param name="Files">All that were to be uploaded.</param>
/// <param name="Uploaded">Those of which the container held nothing or something else.</param>
/// <param name="Unopened">Those that are gone, or that nobody may read.</param>
internal readonly record struct DropCount(int Files, int Uploaded, int Unopened)
{
    public string Describe(string container)
    {
        var held = Files - Uploaded - Unopened;
        var others = held > 0 ? "; it holds the others already" : "";
        var unopened = Unopened > 0 ? $"; {Unopened} can't be opened" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Uploaded} of {Files} files uploaded to the container {container}{others}{unopened}.");
    }
}
