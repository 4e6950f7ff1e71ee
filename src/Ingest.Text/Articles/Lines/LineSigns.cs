using System.Buffers;
using System.Collections.Frozen;
using Ingest.Text.Articles.Dates;

namespace Ingest.Text.Articles.Lines;

/// <summary>
/// Reads the sign of a line from its words. The phrases are those with which English sites surround their articles. A sentence of a story
/// hardly begins with one or consists of one. Long lines have no sign.
/// </summary>
internal static class LineSigns
{
    // Longest sentence that asks the reader to do something; longer ones are the story's.
    private const int MaxAppealWords = 35;

    // Characters. A longer line is a paragraph, or no text at all.
    private const int MaxLength = 1500;

    private static readonly Openers RelatedOpeners = new(
        "read more", "read next", "read also", "also read", "see also", "see more", "read:", "watch:", "listen:", "related:", "more:",
        "more on this", "more from", "don't miss", "don’t miss",
        "related article", "related story", "related stories", "related topics", "related content", "related news", "recommended",
        "you may also like", "you might also like", "must read",
        "explained |", "in pictures:", "live:", "topics:", "tags:", "filed under", "filed in", "posted in", "more about", "more news",
        "more stories", "more coverage", "read the full", "read the original article");

    private static readonly FrozenSet<string> RelatedHeadings = FrozenSet.Create(
        StringComparer.Ordinal,
        " related ", " related articles ", " related stories ", " related news ", " related content ", " related posts ",
        " related topics ", " related links ", " most read ", " most popular ",
        " most viewed ", " most shared ", " most recent ", " popular ", " popular now ", " trending ", " trending now ",
        " in the headlines ", " top stories ", " latest ", " latest news ",
        " latest stories ", " more stories ", " more news ", " more like this ", " more from this author ", " more on this story ",
        " more on this ", " recommended ", " recommended for you ",
        " recommended stories ", " recent posts ", " recent articles ", " you may also like ", " you might also like ", " read more ",
        " read next ", " also read ", " up next ", " whats next ",
        " editors picks ", " dont miss ", " in other news ", " popular stories ", " must reads ", " from around the web ",
        " around the web ", " sponsored ", " sponsored content ", " see also ",
        " also in the news ", " the latest ", " todays top stories ", " more top stories ", " news in pictures ",
        " elsewhere on the web ", " promoted stories ", " paid content ", " people are also reading ", " others are reading ",
        " what to read next ", " read this next ",
        " keep reading ", " more to explore ", " you might like ", " you may like ", " you might be interested in ",
        " you may be interested in ", " next read this ", " watch next ");

    // "More from Business": what follows are links.
    private static readonly Openers SectionOpeners =
        new("more from", "more on", "more news", "more stories", "more coverage", "related", "recommended");

    private static readonly FrozenSet<string> SummaryHeadings = FrozenSet.Create(
        StringComparer.Ordinal,
        " what you need to know ", " key points ", " key takeaways ", " at a glance ", " highlights ", " story highlights ", " summary ",
        " in brief ", " in short ", " in summary ", " the essentials ");

    private static readonly FrozenSet<string> NavigationLines = FrozenSet.Create(
        StringComparer.Ordinal,
        " advertisement ", " advertising ", " ad ", " share ", " share this ", " share this article ", " share this story ", " print ",
        " email ", " save ", " home ", " menu ", " search ",
        " sign in ", " log in ", " login ", " subscribe ", " subscribe now ", " register ", " sign up ", " back to top ", " top ",
        " close ", " next ", " previous ", " continue reading ",
        " story continues below ", " story continues below advertisement ", " article continues below ",
        " article continues below advertisement ", " article continues after ad ",
        " skip to main content ", " skip to content ", " follow us ", " follow ", " load more ", " show more ", " view comments ",
        " leave a comment ", " post a comment ", " copy link ",
        " copy article link ", " listen to this article ", " loading ", " play ", " facebook ", " twitter ", " x ", " whatsapp ",
        " linkedin ", " reddit ", " pinterest ", " telegram ",
        " add as preferred source on google ", " text size ", " ends ", " end ", " read full article ", " read full story ",
        " view gallery ", " view all ", " see all ", " play video ",
        " e mail this story ", " printer friendly version ", " gift this article ", " about us ", " contact us ", " contact ", " about ",
        " accept all ", " this article was updated ", " published ", " updated ", " last updated ", " read comments ", " read later ",
        " save for later ",
        " gift ", " tweet ", " newsletter ", " newsletters ", " gallery ", " close gallery ", " read more comments ", " reply ", " like ",
        " share full article ", " article content ", " author of the article ", " authors of the article ");

    // Headings that no story has.
    private static readonly FrozenSet<string> NavigationHeadings = FrozenSet.Create(
        StringComparer.Ordinal,
        " article content ", " advertisement ", " story continues below ", " story continues below advertisement ",
        " article continues below ", " article continues below advertisement ", " article continues after ad ");

    // "15 hours ago": "50 years ago" may head a column.
    private static readonly WordSet UnitsOfAge = WordSet.InAnyCase(
        "s sec secs second seconds m min mins minute minutes h hr hrs hour hours d day days week weeks");

    private static readonly Openers NavigationOpeners = new(
        "share on ", "share:", "share this ", "share via ", "follow us ", "follow our ", "sign up for ", "sign up to ", "sign up ",
        "subscribe to our ", "subscribe to the ", "subscribe for ",
        "subscribe now", "click here ", "tap here ", "skip to ", "download our ", "download the ", "join our ", "like us on ",
        "get the latest ", "get our ", "listen to this ", "listen now",
        "already have an account", "story continues ", "article continues ", "continue reading ", "scroll down",
        "enter your email", "by signing up", "by subscribing", "newsletter sign up", "don't want to miss a ", "don’t want to miss a ",
        "scroll below for",
        "this site uses cookies", "we use cookies", "we and our ", "your email address", "thank you for subscribing",
        "support our journalism", "support independent journalism",
        "have a story", "got a tip", "got a story", "do you have a story", "send us ", "e-mail this", "estimated read", "reading time",
        "you can unsubscribe", "view this post on instagram",
        "a post shared by", "please enable javascript", "your browser does not", "stay informed", "never miss a story", "advertisement ",
        "powered by ", "back to top", "view this email", "view in browser", "view this in your browser", "unsubscribe", "to unsubscribe",
        "you are receiving this",
        "you received this", "you're receiving this", "you’re receiving this", "thanks for reading", "thank you for reading",
        "forward this to", "forwarded this email",
        "reject all", "accept cookies", "manage preferences", "manage your preferences", "cookie settings", "cookie preferences",
        "---------- forwarded message",
        "already a subscriber", "add us as a preferred source", "this is a breaking news ", "this is a breaking story",
        "this is a developing story", "for more stories like this", "try refreshing your browser", "this advertisement has not loaded",
        "we apologize, but this video has failed to load");

    private static readonly SearchValues<string> LegalParts = SearchValues.Create(
    [
        "all rights reserved", "may not be reproduced", "may be reproduced", "may not be published, broadcast", "terms of use",
        "terms of service", "terms & conditions", "terms and conditions",
        "privacy policy", "house rules", "comments are moderated", "comments are closed", "comments have to be", "code of practice",
        "editors' code", "registered in england", "registered in scotland",
        "cookie policy", "do not sell my",
    ],
    StringComparison.OrdinalIgnoreCase);

    private static readonly Openers DateOpeners = new(
        "published on", "published", "first published", "posted on", "posted", "updated", "last updated", "last updated on", "updated on",
        "last modified", "modified", "created", "date", "release date", "publish date");

    // A headline in capitals has one, a row of sections hardly.
    private static readonly WordSet FunctionWordsOfHeadlines = WordSet.AsWritten(
        """
        IN OF THE TO FOR AFTER ON AT AS BY FROM WITH A AN OVER IS ARE BETWEEN AND AGAINST AMID BUT NO NOT HAS WILL UNDER INTO
        SAYS SAID BEFORE DURING THAN WHO OUT UP OFF
        """);

    public static LineSign Of(string line, in LineShape shape)
    {
        if (shape.Words == 0)
            return LineSign.Navigation;
        if (line.Length > MaxLength)
            return LineSign.None;
        var folded = shape.Words <= 8 ? Likeness.Fold(line) : " ";
        if (NavigationLines.Contains(folded) || IsReadingTime(folded) || MachineLine.Is(line, shape))
            return LineSign.Navigation;
        if (SummaryHeadings.Contains(folded))
            return LineSign.SummaryHeading;
        if (RelatedHeadings.Contains(folded))
            return LineSign.RelatedHeading;
        if (IsCommentsHeading(folded))
            return LineSign.CommentsHeading;
        if (IsLegal(line, shape))
            return LineSign.Legal;
        if (PictureCredit.In(line, shape) is { } credit)
            return credit;
        if (IsStaffCredit(line, shape))
            return LineSign.Credit;
        if (SiteNote.In(line, shape) is { } note)
            return note;
        if (IsRelated(line, shape))
            return shape.Words <= 5 && !shape.EndsSentence && SectionOpeners.Begin(line) && !line.Contains(':')
                ? LineSign.RelatedHeading
                : LineSign.Related;
        if (shape.Words <= MaxAppealWords && NavigationOpeners.Begin(line))
            return LineSign.Navigation;
        if (!shape.EndsSentence && shape.Words <= 20 && BylineOpener.LengthIn(line) > 0 && Byline.NamesOf(line).Count > 0)
            return LineSign.Byline;
        if (IsDate(line, shape) || IsAge(line, shape))
            return LineSign.Date;
        return IsNavigationBar(line, shape) ? LineSign.Navigation : LineSign.None;
    }

    /// <summary>Whether the line names the day of the last change, and not of publication.</summary>
    public static bool SaysModified(string line) =>
        line.Contains("updated", StringComparison.OrdinalIgnoreCase) || line.Contains("modified", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a newsroom ends its story with this line: "ENDS", "-30-", "###".</summary>
    public static bool IsEndMark(string line) =>
        line.Length <= 12 && (line is "###" or "# # #" || Likeness.Fold(line) is " ends " or " end " or " 30 ");

    /// <summary>Whether the line begins like a line that names the day of publication or of a change.</summary>
    public static bool SaysIssued(string line) => DateOpeners.Begin(line);

    /// <summary>Whether the line, which is a heading by its tag, stands between the parts of a story on any page of its site.</summary>
    public static bool IsNavigationHeading(string line) => NavigationHeadings.Contains(Likeness.Fold(line));

    private static bool IsReadingTime(string folded) =>
        folded.EndsWith(" min read ", StringComparison.Ordinal) || folded.EndsWith(" minute read ", StringComparison.Ordinal)
        || (folded.Length <= 12 && folded.EndsWith(" min ", StringComparison.Ordinal) && char.IsAsciiDigit(folded[1]));

    private static bool IsCommentsHeading(string folded)
    {
        var words = folded.AsSpan().Trim();
        if (words is "comments" or "leave a reply" or "join the conversation" or "join the discussion" or "your comments" or "have your say"
            or "what do you think" or "reader comments")
            return true;
        var blank = words.IndexOf(' ');
        return blank > 0 && words[(blank + 1)..] is "comments" or "comment" && words[..blank].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    private static bool IsLegal(string line, in LineShape shape)
    {
        if (shape.Words > 90)
            return false;
        if (line.StartsWith('©') || line.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase))
            return true;
        // "Copyright 2025 …", not a story about copyright.
        if (shape.Words <= 40
            && line.StartsWith("copyright", StringComparison.OrdinalIgnoreCase)
            && line.AsSpan().IndexOfAnyInRange('0', '9') > 0)
            return true;
        return (shape.Words <= 30 || line.Contains('©') || line.Contains("all rights reserved", StringComparison.OrdinalIgnoreCase))
            && line.AsSpan().ContainsAny(LegalParts);
    }

    /// <summary>"(Reporting by …; Editing by …)", a writer's address.</summary>
    private static bool IsStaffCredit(string line, in LineShape shape)
    {
        if (shape.Words <= 60 && StaffCredit.Begins(line))
            return true;
        return shape.Words <= 6 && line.Contains('@') && !shape.EndsSentence;
    }

    private static bool IsRelated(string line, in LineShape shape)
    {
        // A reference in brackets may be a sentence.
        if (shape.Words > MaxAppealWords || (shape.IsProse && line is not ['[', .., ']']))
            return false;
        var endsSentence = shape.EndsSentence;
        // "Read more about it in the report" goes on as a sentence; "Read more: …" refers.
        return RelatedOpeners.Of(line.AsSpan().TrimStart("[(>"), (opener, rest) =>
            !char.IsLetter(opener[^1])
                || rest.IsEmpty
                || rest.TrimStart() is [':' or '|' or '>' or '»' or '-' or '–', ..]
                || (rest[0] == ' ' && !endsSentence)
            // A box of links ran together.
            || (char.IsUpper(rest[0]) && opener.Length > 8)) is not null;
    }

    private static bool IsDate(string line, in LineShape shape)
    {
        if (shape.Words > 14 || line.AsSpan().IndexOfAnyInRange('0', '9') < 0 || WrittenDate.Find(line) is null)
            return false;
        if (DateOpeners.Begin(line))
            return true;
        return shape.Words <= 9
            && shape.Separators <= 1
            && !shape.EndsSentence
            && char.IsLetterOrDigit(line[0])
            && line.Split(' ').All(IsDateWord);
    }

    /// <summary>
    /// "15 hours ago", "Last updated 1 day ago", "Jun 26, 2022 • 8 hours ago • 3 minute read": no word that a date hasn't.
    /// </summary>
    private static bool IsAge(string line, in LineShape shape)
    {
        if (shape.Words is < 2 or > 14 || shape.EndsSentence || !line.Contains(" ago", StringComparison.OrdinalIgnoreCase))
            return false;
        var words = line.Split([' ', '•', '·', '|', ','], StringSplitOptions.RemoveEmptyEntries);
        var ago = Array.FindIndex(words, word => word.Equals("ago", StringComparison.OrdinalIgnoreCase));
        return ago > 0 && AgeBefore(words, ago) is > 0 and var length
            && words[..(ago - length)].All(IsBeforeAge)
            && (ago == length || WrittenDate.Find(line) is not null || DateOpeners.Begin(line))
            && words[(ago + 1)..].All(word => char.IsDigit(word[0]) || word is "min" or "minute" or "read");
    }

    private static bool IsBeforeAge(string word) =>
        (IsDateWord(word) && !UnitsOfAge.Contains(word)) || word is "updated" or "published" or "posted" or "modified";

    /// <summary>Words of "15 hours" or "15h" before "ago"; 0 where it isn't that.</summary>
    private static int AgeBefore(string[] words, int ago)
    {
        var unit = words[ago - 1].AsSpan().TrimStart("0123456789");
        if (!UnitsOfAge.Contains(unit))
            return 0;
        return unit.Length < words[ago - 1].Length ? 1
            : ago > 1 && (words[ago - 2].All(char.IsAsciiDigit) || words[ago - 2] is "a" or "an" or "A" or "An") ? 2 : 0;
    }

    // Numbers, weekday, month and zone are written large; nothing else belongs to a date.
    private static bool IsDateWord(string word) =>
        word.Length <= 1 || !char.IsLower(word[0]) || word is "at" or "on" or "am" or "pm" or "a.m." or "p.m." or "of";

    /// <summary>Links in a row: separators between short pieces, or capitalised words without a sentence.</summary>
    private static bool IsNavigationBar(string line, in LineShape shape) =>
        shape.Separators >= 3 && shape.Words < shape.Separators * 8
        || (shape.Separators >= 1 && !shape.EndsSentence && line.Contains(" | ", StringComparison.Ordinal) && shape.Words <= 12
            && shape.Capitalised * 3 >= shape.Words * 2)
        || (!shape.EndsSentence && shape.Words is >= 6 and <= 40 && shape.Capitalised == shape.Words && shape.IsAllCapitals
            && line.AsSpan().IndexOfAny(",:;-—'’\"“") < 0 && !HasFunctionWord(line));

    private static bool HasFunctionWord(ReadOnlySpan<char> line)
    {
        foreach (var range in line.Split(' '))
        {
            if (FunctionWordsOfHeadlines.Contains(line[range]))
                return true;
        }

        return false;
    }
}
