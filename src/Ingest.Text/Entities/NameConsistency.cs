using System.Runtime.InteropServices;
using Ingest.Text.Documents;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Entities;

/// <summary>
/// Lets the places of a name in one article speak to each other: a name that is of one type nearly everywhere is of that type everywhere,
/// a surname is a person's where the article has the whole name, and a name found in one place is found in the others
/// (one sense per discourse, Gale et al. 1992).
/// </summary>
internal sealed class NameConsistency
{
    /// <summary>In tokens; longer names repeat themselves in shorter form.</summary>
    private const int MaxTokens = 5;

    /// <summary>What "Acme Plc" tells of "Acme", in mentions.</summary>
    private const int ShorterVotes = 4;

    private static readonly EntityType[] Voters =
        [EntityType.Person, EntityType.Organization, EntityType.Location, EntityType.Facility, EntityType.Group, EntityType.Product, EntityType.Misc];

    private readonly Document _doc;
    private readonly Dictionary<uint, int[]> _votes = [];

    private NameConsistency(Document doc) => _doc = doc;

    public static List<Mention> Apply(Document doc, List<Mention> mentions)
    {
        var consistency = new NameConsistency(doc);
        foreach (var mention in mentions)
            consistency.Vote(mention);
        for (var i = 0; i < mentions.Count; i++)
            mentions[i] = mentions[i] with { Type = consistency.Judge(mentions[i]) };
        return consistency.Complete(mentions);
    }

    private void Vote(Mention mention)
    {
        if (Array.IndexOf(Voters, mention.Type) < 0)
            return;
        var (first, end) = TokensOf(mention.Span);
        if (end - first > MaxTokens)
            return;
        VotesOf(first, end)[(int)mention.Type]++;
        // A whole name tells more of its surname than the surname alone does.
        if (mention.Type == EntityType.Person && end - first > 1)
            VotesOf(end - 1, end)[(int)EntityType.Person] += 2;
        if (mention.Type == EntityType.Organization)
            VoteForShorter(first, end);
    }

    /// <summary>"Acme Plc" tells what "Acme" is, and "Acme Forest Products" does; "Manchester United" tells nothing of Manchester.</summary>
    private void VoteForShorter(int first, int end)
    {
        if (end - first < 2 || (ListsOf(end - 1) & WordLists.OrganizationHead) == 0)
            return;
        for (var shorter = end - 1; shorter > first; shorter--)
        {
            if (shorter - first > 1 || (ListsOf(first) & (WordLists.Common | WordLists.Starter | WordLists.FirstName | WordLists.Named | WordLists.AnyHead | WordLists.AnyTitle)) == 0)
                VotesOf(first, shorter)[(int)EntityType.Organization] += ShorterVotes;
        }
    }

    /// <summary>The type that most places give the name, where that is at least two thirds and more than one; otherwise the mention's own.</summary>
    private EntityType Judge(Mention mention)
    {
        if (Array.IndexOf(Voters, mention.Type) < 0)
            return mention.Type;
        var (first, end) = TokensOf(mention.Span);
        if (end - first > MaxTokens)
            return mention.Type;
        var votes = VotesOf(first, end);
        var best = Array.IndexOf(votes, votes.Max());
        return votes[best] >= 2 && votes[best] >= 2 * (votes.Sum() - votes[best]) ? (EntityType)best : mention.Type;
    }

    /// <summary>Adds the places that were missed: written as a name that was found elsewhere, where a capital tells.</summary>
    private List<Mention> Complete(List<Mention> mentions)
    {
        var complete = new List<Mention>(mentions.Count + 8);
        var next = 0;
        foreach (var sentence in _doc.Sentences)
        {
            var tells = SentenceCases.Of(_doc, sentence) == SentenceCase.Normal;
            for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
            {
                if (next < mentions.Count && mentions[next].Span.Start <= _doc.Tokens[i].Span.Start)
                {
                    complete.Add(mentions[next]);
                    i = _doc.TokenAt(mentions[next].Span.End - 1);
                    next++;
                    continue;
                }

                var limit = Math.Min(sentence.EndToken, next < mentions.Count ? _doc.TokenAt(mentions[next].Span.Start) : int.MaxValue);
                if (!tells || !char.IsUpper(_doc.TextOf(_doc.Tokens[i])[0]) || _doc.Tokens[i].Span.Length < 3)
                    continue;
                if (Missed(i, Math.Min(limit, i + MaxTokens)) is not { } missed)
                    continue;
                complete.Add(missed);
                i = _doc.TokenAt(missed.Span.End - 1);
            }
        }

        complete.AddRange(mentions.Skip(next));
        return complete;
    }

    private Mention? Missed(int first, int limit)
    {
        for (var end = limit; end > first; end--)
        {
            if (!_votes.TryGetValue(KeyOf(first, end), out var votes))
                continue;
            var best = Array.IndexOf(votes, votes.Max());
            // A word that is usually written small, at the start of a sentence or not, is no name for being one elsewhere.
            if (end - first == 1 && IsEveryday(first))
                return null;
            return new Mention(new TextSpan(_doc.Tokens[first].Span.Start, _doc.Tokens[end - 1].Span.End), (EntityType)best);
        }

        return null;
    }

    private WordLists ListsOf(int token) => Gazetteer.Default.Find(_doc.TextOf(_doc.Tokens[token]));

    private bool IsEveryday(int token) =>
        (ListsOf(token) & (WordLists.Common | WordLists.Starter | WordLists.AnyTitle)) != 0;

    private (int First, int End) TokensOf(TextSpan span) => (_doc.TokenAt(span.Start), _doc.TokenAt(span.End - 1) + 1);

    private int[] VotesOf(int first, int end)
    {
        ref var votes = ref CollectionsMarshal.GetValueRefOrAddDefault(_votes, KeyOf(first, end), out _);
        return votes ??= new int[(int)EntityType.Misc + 1];
    }

    private uint KeyOf(int first, int end)
    {
        var key = 0u;
        for (var i = first; i < end; i++)
            key = FeatureHash.Of(1, key, FeatureHash.Of(_doc.TextOf(_doc.Tokens[i])));
        return key;
    }
}
