using System.CommandLine;

namespace Ingest.Cli.Commands;

internal sealed class JsonOption : Option<bool>
{
    public JsonOption(string description = "One JSON object a line.")
        : base("--json") => Description = description;
}
