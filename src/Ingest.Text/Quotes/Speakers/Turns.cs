using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>Finds the turns of an article: transcripts, interviews and posts. No two turns share a paragraph.</summary>
internal static class Turns
{
    private const int MostBesideAnswers = 4;   // labels: an interview that names who speaks at its start

    public static IReadOnlyList<Turn> Find(Document doc, IReadOnlyList<Entity> entities, SpeakerResolver speakers)
    {
        var turns = LabelLines.Find(doc, entities, speakers).ToList();
        if (turns.Count <= MostBesideAnswers)
            turns.AddRange(Interviews.Find(doc, entities, turns.SelectMany(turn => turn.Paragraphs).ToHashSet()));
        var taken = turns.SelectMany(turn => turn.Paragraphs).ToHashSet();
        turns.AddRange(SignedPosts.Find(doc).Where(post => !post.Paragraphs.Any(taken.Contains))
            .Select(post => new Turn(speakers.ResolveLabel(post.Name), [post.Words], post.Paragraphs, Sieve.Post)));
        return turns;
    }
}
