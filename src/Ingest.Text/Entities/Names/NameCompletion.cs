using Ingest.Text.Documents;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Entities.Names;

/// <summary>Finds a name that was found in one place of an article in the others (one sense per discourse, Gale et al. 1992).</summary>
/// <param name="doc">The article.</param>
/// <param name="known">The votes on its names.</param>
internal sealed class NameCompletion(Document doc, NameVotes known)
{
    /// <summary>Votes that an everyday word with a capital needs to be a name, in mentions.</summary>
    private const int SureVotes = 3;

    /// <summary>
    /// Adds mentions that were missed: words written like a name found elsewhere, where a capital shows that they are a name, and "the
    /// Conservatives".
    /// </summary>
    public List<Mention> Complete(List<Mention> mentions)
    {
        var complete = new List<Mention>(mentions.Count + 8);
        var next = 0;
        foreach (var sentence in doc.Sentences)
        {
            var tells = SentenceCases.Of(doc, sentence) == SentenceCase.Normal;
            for (var i = Floor(sentence); i < sentence.EndToken; i++)
            {
                if (next < mentions.Count && mentions[next].Span.Start <= doc.Tokens[i].Span.Start)
                {
                    complete.Add(Longer(mentions, next, sentence.EndToken) ?? Begun(mentions[next], Floor(sentence)));
                    i = doc.TokenAt(complete[^1].Span.End - 1);
                    while (next < mentions.Count && mentions[next].Span.Start < complete[^1].Span.End)
                        next++;
                    continue;
                }

                var limit = Math.Min(sentence.EndToken, next < mentions.Count ? doc.TokenAt(mentions[next].Span.Start) : int.MaxValue);
                if (!tells || !char.IsUpper(doc.TextOf(doc.Tokens[i])[0]) || doc.Tokens[i].Span.Length < 3)
                    continue;
                if (Missed(i, Math.Min(limit, i + NameVotes.MaxTokens), i == sentence.FirstToken) is not { } missed)
                    continue;
                complete.Add(missed);
                i = doc.TokenAt(missed.Span.End - 1);
            }
        }

        complete.AddRange(mentions.Skip(next));
        return complete;

        // "Roe v. Poe" may reach into what seems the next sentence.
        int Floor(Sentence sentence) =>
            Math.Max(sentence.FirstToken, complete.Count == 0 ? 0 : doc.TokenAt(complete[^1].Span.End - 1) + 1);
    }

    /// <summary>
    /// The longer name that begins with this one and occurs elsewhere in the article: "Swiss Re" where only "Swiss" was found; null where
    /// the words behind do not match.
    /// </summary>
    private Mention? Longer(List<Mention> mentions, int at, int limit)
    {
        if (!NameVotes.IsVoter(mentions[at].Type))
            return null;
        var (first, shorter) = TokensOf(mentions[at].Span);
        for (var end = Math.Min(limit, first + NameVotes.MaxTokens); end > shorter; end--)
        {
            if (!known.TryGet(first, end, out var votes))
                continue;
            var span = doc.SpanOf(first, end);
            return PartsNone(span, mentions, at + 1) ? new Mention(span, known.Best(votes, first, end)) : null;
        }

        return null;
    }

    /// <summary>Whether each mention from the index on that begins in the span ends in it, too.</summary>
    private static bool PartsNone(TextSpan span, List<Mention> mentions, int from)
    {
        for (var i = from; i < mentions.Count && mentions[i].Span.Start < span.End; i++)
        {
            if (!span.Contains(mentions[i].Span))
                return false;
        }

        return true;
    }

    /// <summary>
    /// The longer organisation that ends with this name and occurs elsewhere in the article: "Club Teldra" where only "Teldra" was found.
    /// </summary>
    private Mention Begun(Mention mention, int floor)
    {
        if (mention.Type != EntityType.Organization)
            return mention;
        var (first, end) = TokensOf(mention.Span);
        for (var start = Math.Max(floor, end - NameVotes.MaxTokens); start < first; start++)
        {
            if (doc.IsCapital(start) && known.TryGet(start, end, out var votes)
                && known.Best(votes, start, end) == EntityType.Organization)
                return mention with { Span = new TextSpan(doc.Tokens[start].Span.Start, mention.Span.End) };
        }

        return mention;
    }

    private Mention? Missed(int first, int limit, bool isStart)
    {
        if (IsGroup(first))
            return new Mention(doc.Tokens[first].Span, EntityType.Group);
        for (var end = limit; end > first; end--)
        {
            if (!known.TryGet(first, end, out var votes))
                continue;
            var best = known.Best(votes, first, end);
            // A word that is usually written small is not a name at the start of a sentence, or where it is seldom a name, only because
            // it is one elsewhere.
            if (end - first == 1 && IsEveryday(first) && (isStart || votes[(int)best] < SureVotes))
                return null;
            return new Mention(doc.SpanOf(first, end), best);
        }

        return null;
    }

    /// <summary>Whether the token is a listed group's members, behind an article and no part of a longer name: "the Tories".</summary>
    private bool IsGroup(int token) =>
        token > 0 && doc.TextOf(doc.Tokens[token - 1]) is "the" or "The" && doc.TextOf(doc.Tokens[token]) is [.., 's'] word
        && (Gazetteer.Default.Find(word) & WordLists.Named) == WordLists.Group
        && (token + 1 == doc.Tokens.Count || !doc.IsCapital(token + 1));

    private bool IsEveryday(int token) =>
        (Gazetteer.Default.Find(doc.TextOf(doc.Tokens[token])) & (WordLists.Common | WordLists.Starter | WordLists.AnyTitle)) != 0;

    private (int First, int End) TokensOf(TextSpan span) => (doc.TokenAt(span.Start), doc.TokenAt(span.End - 1) + 1);
}
