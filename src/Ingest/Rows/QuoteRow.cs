using System.Globalization;
using Azure.Data.Tables;
using Ingest.Text;
using Ingest.Text.Documents;
using Ingest.Text.Quotes;

namespace Ingest.Rows;

/// <summary>A quote of an article: row <c>quote|0001</c> of the article's partition.</summary>
/// <param name="Number">From 1, in order of appearance.</param>
/// <param name="Kind">How it is quoted.</param>
/// <param name="Text">What was said.</param>
/// <param name="Speaker">The words that stand for the speaker; null when nobody is named.</param>
/// <param name="SpeakerKey">The entity meant; null when they mean none of the article's.</param>
/// <param name="SpeakerName">That entity's name; of a pronoun or an office that means none of them the words it stands for.</param>
/// <param name="Cue">The words that say so.</param>
/// <param name="Confidence">From 0 to 1.</param>
/// <param name="SpeakerKind">What the words for the speaker are, a word of the JSON contract: <c>name</c>, <c>pronoun</c> …; null when
/// nobody is named.</param>
public sealed record QuoteRow(
    int Number,
    QuoteKind Kind,
    string Text,
    string? Speaker,
    string? SpeakerKey,
    string? SpeakerName,
    string? Cue,
    double Confidence,
    string? SpeakerKind)
{
    internal const string Prefix = "quote|";

    /// <summary>Between keys, and between names, of one column.</summary>
    public const string Divider = "; ";

    /// <summary>Keys of the others who say it with that entity, divided by "; "; null when nobody does.</summary>
    public string? JointKeys { get; init; }

    /// <summary>Their names, divided likewise.</summary>
    public string? JointNames { get; init; }

    /// <summary>Keys of all who say it; none when nobody is known.</summary>
    internal IEnumerable<string> SpeakerKeys => [.. SpeakerKey is null ? [] : (string[])[SpeakerKey], .. JointKeys?.Split(Divider) ?? []];

    private static QuoteRow Of(int number, Quote quote, string text) => new(
        number,
        quote.Kind,
        quote.ContentIn(text),
        quote.Speaker?.Span.In(text).ToString(),
        quote.Speaker?.EntityKey,
        quote.Speaker?.Name,
        quote.Cue?.In(text).ToString(),
        quote.Confidence,
        quote.Speaker is { } speaker ? ExtractionJson.KindName(speaker.Kind) : null)
    {
        JointKeys = Joined(quote.Speaker, other => other.EntityKey),
        JointNames = Joined(quote.Speaker, other => other.Name),
    };

    private static string? Joined(Speaker? speaker, Func<JointSpeaker, string> part) =>
        speaker is null or { Joint.Count: 0 } ? null : string.Join(Divider, speaker.Joint.Select(part));

    internal static TableEntity ToEntity(string articleId, int number, Quote quote, string text) => RowLimits.Check(
        Of(number, quote, text).WriteTo(new TableEntity(articleId, Prefix + Columns.Number(number)))
            .With("Spans", string.Join(' ', quote.Spans.Select(Describe)))
            .With("SpeakerSpan", quote.Speaker is { } speaker ? Describe(speaker.Span) : null)
            .With("CueSpan", quote.Cue is { } cue ? Describe(cue) : null));

    internal TableEntity WriteTo(TableEntity row) => row
        .With(nameof(Number), Number)
        .With(nameof(Kind), Kind)
        .With(nameof(Text), Text)
        .With(nameof(Speaker), Speaker)
        .With(nameof(SpeakerKey), SpeakerKey)
        .With(nameof(SpeakerName), SpeakerName)
        .With(nameof(Cue), Cue)
        .With(nameof(Confidence), Confidence)
        .With(nameof(SpeakerKind), SpeakerKind)
        .With(nameof(JointKeys), JointKeys)
        .With(nameof(JointNames), JointNames);

    internal static QuoteRow Of(TableEntity row) => new(
        row.GetInt32(nameof(Number)) ?? 0,
        row.GetEnum<QuoteKind>(nameof(Kind)),
        row.GetString(nameof(Text)),
        row.GetString(nameof(Speaker)),
        row.GetString(nameof(SpeakerKey)),
        row.GetString(nameof(SpeakerName)),
        row.GetString(nameof(Cue)),
        row.GetDouble(nameof(Confidence)) ?? 0,
        row.GetString(nameof(SpeakerKind)))
    {
        JointKeys = row.GetString(nameof(JointKeys)),
        JointNames = row.GetString(nameof(JointNames)),
    };

    private static string Describe(TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");
}
