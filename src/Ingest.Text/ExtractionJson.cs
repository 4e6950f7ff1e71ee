using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ingest.Text.Articles;
using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Quotes;

namespace Ingest.Text;

/// <summary>
/// The JSON of one article: what <c>ingest extract --json</c> prints and the blobs of <c>extractions</c> hold.
/// Absent values are left out; offsets count UTF-16 units of <c>article.text</c>, half-open. The same extraction gives the same bytes.
/// </summary>
public static class ExtractionJson
{
    // The text goes to files and terminals, not into HTML: only what JSON demands is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One object on one line, without a line end, in UTF-8.</summary>
    public static byte[] Serialize(Extraction extraction, string? id = null)
    {
        ArgumentNullException.ThrowIfNull(extraction);
        var buffer = new ArrayBufferWriter<byte>(extraction.Article.Text.Length + 4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, extraction, id);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Extraction extraction, string? id)
    {
        var text = extraction.Article.Text;
        json.WriteStartObject();
        json.WriteString("source", extraction.Source);
        WriteString(json, "id", id);
        json.WriteString("engine", Extractor.Engine);
        json.WritePropertyName("article");
        Write(json, extraction.Article);
        json.WriteStartArray("entities");
        foreach (var entity in extraction.Entities)
            Write(json, entity);
        json.WriteEndArray();
        json.WriteStartArray("quotes");
        foreach (var quote in extraction.Quotes)
            Write(json, quote, text);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Article article)
    {
        json.WriteStartObject();
        WriteString(json, "title", article.Title);
        WriteStrings(json, "byline", article.Byline);
        WriteString(json, "publisher", article.Publisher);
        WriteString(json, "section", article.Section);
        WriteString(json, "dateline", article.Dateline);
        WriteString(json, "published", article.Published?.ToString());
        WriteString(json, "modified", article.Modified?.ToString());
        WriteString(json, "embargo", article.Embargo?.ToString());
        if (article.Status != PublicationStatus.Usable)
            json.WriteString("status", article.Status.ToContractWord());
        WriteString(json, "version", article.Version);
        WriteString(json, "language", article.Language);
        WriteString(json, "url", article.Url);
        WriteStrings(json, "keywords", article.Keywords);
        json.WriteString("format", FormatName(article.Format));
        json.WriteString("text", article.Text);
        if (article.LeftOut.Count > 0)
        {
            json.WriteStartArray("leftOut");
            foreach (var (text, reason) in article.LeftOut)
            {
                json.WriteStartObject();
                json.WriteString("text", text);
                json.WriteString("reason", reason.ToContractWord());
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        WriteStrings(json, "captions", article.Captions);
        Write(json, article.Given);
        Write(json, article.Origins);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<GivenEntity> given)
    {
        if (given.Count == 0)
            return;
        json.WriteStartArray("given");
        foreach (var (kind, name) in given)
        {
            json.WriteStartObject();
            json.WriteString("type", kind.ToContractWord());
            json.WriteString("name", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, FieldOrigin> origins)
    {
        if (origins.Count == 0)
            return;
        json.WriteStartObject("origins");
        foreach (var (field, origin) in origins.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(field, OriginName(origin));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Entity entity)
    {
        json.WriteStartObject();
        json.WriteString("key", entity.Key);
        json.WriteString("type", entity.Type.ToContractWord());
        json.WriteString("name", entity.Name);
        WriteString(json, "role", entity.Role);
        json.WriteNumber("salience", Math.Round(entity.Salience, 4));
        json.WriteStartArray("mentions");
        foreach (var mention in entity.Mentions)
        {
            json.WriteStartObject();
            WriteOffsets(json, mention.Span);
            json.WriteString("kind", mention.Kind.ToContractWord());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Quote quote, string text)
    {
        json.WriteStartObject();
        json.WriteString("kind", quote.Kind.ToContractWord());
        json.WriteString("text", quote.ContentIn(text));
        json.WriteStartArray("spans");
        foreach (var span in quote.Spans)
        {
            json.WriteStartObject();
            WriteOffsets(json, span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (quote.Speaker is { } speaker)
        {
            json.WriteStartObject("speaker");
            json.WriteString("text", speaker.Span.In(text));
            WriteOffsets(json, speaker.Span);
            json.WriteString("kind", KindName(speaker.Kind));
            WriteString(json, "entity", speaker.EntityKey);
            WriteString(json, "name", speaker.Name);
            WriteJoint(json, speaker.Joint);
            json.WriteEndObject();
        }

        if (quote.Cue is { } cue)
        {
            json.WriteStartObject("cue");
            json.WriteString("text", cue.In(text));
            WriteOffsets(json, cue);
            json.WriteEndObject();
        }

        json.WriteNumber("confidence", Math.Round(quote.Confidence, 4));
        json.WriteEndObject();
    }

    private static void WriteJoint(Utf8JsonWriter json, IReadOnlyList<JointSpeaker> joint)
    {
        if (joint.Count == 0)
            return;
        json.WriteStartArray("joint");
        foreach (var other in joint)
        {
            json.WriteStartObject();
            json.WriteString("entity", other.EntityKey);
            json.WriteString("name", other.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static string KindName(SpeakerKind kind) => kind switch
    {
        SpeakerKind.Name => "name",
        SpeakerKind.Pronoun => "pronoun",
        SpeakerKind.Nominal => "nominal",
        SpeakerKind.FirstPerson => "first-person",
        SpeakerKind.Impersonal => "impersonal",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    public static string FormatName(ArticleFormat format) => format switch
    {
        ArticleFormat.PlainText => "text",
        ArticleFormat.JsonLd => "json-ld",
        ArticleFormat.NewsMLG2 => "newsml-g2",
        ArticleFormat.NewsML1 => "newsml-1",
        _ => format.ToContractWord(),
    };

    private static string OriginName(FieldOrigin origin) => origin switch
    {
        FieldOrigin.JsonLd => "json-ld",
        FieldOrigin.OpenGraph => "open-graph",
        FieldOrigin.VisibleText => "visible-text",
        _ => origin.ToContractWord(),
    };

    private static void WriteOffsets(Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    private static void WriteString(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
            json.WriteString(name, value);
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
