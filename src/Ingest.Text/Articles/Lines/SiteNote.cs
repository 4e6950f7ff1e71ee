using System.Buffers;

namespace Ingest.Text.Articles.Lines;

/// <summary>
/// Recognises a newsroom's notes about itself below, above and between its paragraphs: who else reported and how to reach them, what it
/// earns by its links, where the story appeared first, what it wants the reader to order. These are whole sentences, so their shape shows
/// nothing. Phrases show them that a story about something else hardly contains.
/// </summary>
internal static class SiteNote
{
    // Longest note, on affiliates and rights; in a longer line, a phrase is one of many in a story.
    private const int MaxWords = 80;
    private const int MaxAppealWords = 50;

    private static readonly SearchValues<string> StaffPhrases = Phrases(
        "contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting",
        "follow him on", "follow her on", "follow them on", "follow me on", "source images by", "stats courtesy of",
        "opinions expressed here", "opinions expressed in this", "views expressed here", "views expressed in this",
        "not necessarily reflect the view", "not necessarily represent the position");

    // Phrases with an address behind them. They ask the reader to contact somebody; in a story, others should or may.
    private static readonly SearchValues<string> ContactPhrases = Phrases(
        "be reached at", "be contacted at", "email:", "e-mail:", ". contact ", "? contact ", "! contact ", ", contact ", "please contact ",
        "contact:", "contacts:",
        "email ", "write to ");

    private static readonly Openers ContactOpeners = new("contact ");

    private static readonly SearchValues<string> AppealPhrases = Phrases(
        "sign up for our", "sign up to our", "sign up here", "register or subscribe", "subscribe to our", "consider subscribing",
        "please subscribe",
        "click here to subscribe", "your inbox", "let us know in the comments", "permission to load", "follow your favorites",
        "follow your favourites", "please sign up", "support our newsroom", "needs your support", "your contribution of",
        "your contribution will", "your free account");

    // Phrases of forms, whole or run together; no story contains them.
    private static readonly SearchValues<string> MessagePhrases = Phrases(
        "verify you're not a robot", "verify you’re not a robot", "please re-enter your", "invalid email address",
        "your subscription could not be saved", "your subscription has been successful");

    // Phrases of video players around the caption.
    private static readonly SearchValues<string> PlayerPhrases = Phrases("replay more videos", "facebook twitter google plus embed");

    private static readonly Openers FollowOpeners = new("follow ");

    private static readonly SearchValues<string> Networks =
        Phrases("facebook", "twitter", "instagram", "tiktok", "on threads", "on x ", "on x.");

    private static readonly SearchValues<string> OrderWords = Phrases("sign up", "subscribe", "get our", "get the");

    private static readonly SearchValues<string> TradePhrases = Phrases(
        "affiliate link", "affiliate fee", "affiliate commission", "in affiliate programs", "we may receive compensation", "we may earn",
        "may earn a commission", "we may receive a commission", "we may receive payments", "prices are accurate at",
        "no role in the creation", "document is subject to copyright", "content is subject to copyright", "our user agreement",
        "substitute for professional medical advice");

    private static readonly SearchValues<string> OriginPhrases = Phrases(
        "appeared on", "appeared in", "published on", "published in", "published by", "originally published", "updated to", "updated with",
        "corrected to", "edited for length", "incorrectly stated", "misstated", "was featured in", "produced by", "cross-posted from");

    // Subjects of a note on the story's origin; any other subject is a story's.
    private static readonly Openers OriginOpeners = new(
        "this story ", "this article ", "this post ", "this piece ", "this column ", "this report ", "this interview ", "this essay ",
        "a version of this ", "a previous version of this ", "an earlier version of this ", "originally ", "cross-posted ",
        "reviews have been ",
        "interviews have been ", "updated to ");

    private static readonly Openers NoteOpeners = new(
        "editor's note:", "editor’s note:", "editors' note:", "editors’ note:", "correction:", "clarification:", "citation:",
        "more information:", "disclosure:", "disclaimer:");

    private static readonly Openers Presentations =
        new(" is ", " was ", " writes ", " covers ", " reports ", " has ", " joined ", " works ", ", a ", ", an ");

    /// <summary>The sign of a line about its site; null for a line of a story.</summary>
    public static LineSign? In(string line, in LineShape shape)
    {
        if (shape.Words is < 3 or > MaxWords)
            return null;
        var text = Inner(line);
        if (NoteOpeners.Begin(text))
            return LineSign.Legal;
        // Quoted words belong to a story.
        if (text.IndexOfAny('“', '"') >= 0)
            return null;
        if (text.ContainsAny(StaffPhrases) || (text.Contains('@') && (text.ContainsAny(ContactPhrases) || ContactOpeners.Begin(text))))
            return LineSign.Credit;
        if (text.ContainsAny(TradePhrases))
            return LineSign.Legal;
        if (text.ContainsAny(MessagePhrases))
            return LineSign.Navigation;
        if (text.ContainsAny(PlayerPhrases))
            return LineSign.Caption;
        if (shape.Words > MaxAppealWords)
            return null;
        if (OriginOpeners.Begin(text) && text.ContainsAny(OriginPhrases))
            return LineSign.Legal;
        var isAppeal = text.ContainsAny(AppealPhrases)
            || (text.Contains("newsletter", StringComparison.OrdinalIgnoreCase) && text.ContainsAny(OrderWords));
        return isAppeal || (FollowOpeners.Begin(text) && text.ContainsAny(Networks)) ? LineSign.Navigation : null;
    }

    /// <summary>Whether the line presents a writer of the article: "Jane Roe is a reporter …", "Jane Roe covers …".</summary>
    public static bool Presents(string line, in LineShape shape, IReadOnlyList<string> writers)
    {
        if (shape.Words is < 4 or > MaxWords)
            return false;
        foreach (var writer in writers)
        {
            var text = Inner(line);
            if (writer.Contains(' ')
                && text.StartsWith(writer, StringComparison.OrdinalIgnoreCase)
                && Presentations.Begin(text[writer.Length..]))
                return true;
        }

        return false;
    }

    private static SearchValues<string> Phrases(params ReadOnlySpan<string> phrases) =>
        SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Inner(string line) => line.AsSpan().TrimStart("[(*•—-– ");
}
