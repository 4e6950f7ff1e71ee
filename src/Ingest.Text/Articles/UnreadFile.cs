using System.Text.Json.Serialization;

namespace Ingest.Text.Articles;

/// <summary>A file within a file, or one of its articles, that can't be read, beside others that can.</summary>
/// <param name="Name">Its way within the outer file: <c>wire/flood.docx</c>, <c>inner.zip#flood.docx</c>, <c>line 3</c>, <c>article 3</c>,
/// an address; <c>(rest)</c> for all that comes behind a break. Each once.</param>
/// <param name="Code">One of <see cref="ArticleFormatCodes"/>.</param>
/// <param name="Message">The reason in a sentence.</param>
public sealed record UnreadFile(string Name, string Code, string Message)
{
    /// <summary>The exception that made this program fail, with its stack, for the log; null when the file is at fault.</summary>
    [JsonIgnore]
    public Exception? Fault { get; init; }

    internal static UnreadFile Of(string name, ArticleFormatException reason) =>
        new(name, reason.Code, reason.Message) { Fault = reason.InnerException };
}
