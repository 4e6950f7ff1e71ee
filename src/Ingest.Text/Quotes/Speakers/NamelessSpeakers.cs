using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Words;
using Ingest.Text.Quotes.Words;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Tells whom the pronouns mean that mean none of the names: who spoke right before, if the pronoun fits.
/// <code>
/// he | she := one person            "[A spokesman for Acme] said … He added …", "[Jane Roe] said … She added …"
/// they     := several, or a group   "[Two officials] said … they said", "[Roe and Poe] said … They added …"
/// it       := a body, or what says something   "[The ministry] said … It added …", "[The study] found … It says …"
/// </code>
/// </summary>
internal sealed class NamelessSpeakers(Document doc, MentionIndex mentions)
{
    // In sentences, from the end of what was said before to the beginning of what the pronoun says. "It" may soon be something else, and
    // "they" others, unless people spoke.
    private const int Reach = 2;
    private const int ReachOfThings = 1;

    private static readonly WordSet Plurals = WordSet.InAnyCase("people men women children police");

    /// <summary>Who spoke, in which words, and where what was said ends.</summary>
    private readonly record struct Turn(Speaker Speaker, TextSpan Words, int End);

    /// <param name="quotes">The quotes of the article.</param>
    /// <returns>The same quotes, in the same order.</returns>
    public IReadOnlyList<Quote> Tell(IReadOnlyList<Quote> quotes)
    {
        var told = new Dictionary<TextSpan, Speaker>();
        Turn? last = null;
        var turns = quotes.Where(quote => quote.Speaker is not null).GroupBy(quote => quote.Speaker!.Span);
        foreach (var turn in turns.OrderBy(turn => turn.Key))
        {
            var speaker = turn.First().Speaker!;
            if (speaker.Kind == SpeakerKind.FirstPerson)
                continue;
            var (words, start, end) = (speaker.Span, speaker.Span.Start, speaker.Span.End);
            foreach (var quote in turn)
                (start, end) = (Math.Min(start, quote.Spans[0].Start), Math.Max(end, quote.Spans[^1].End));
            if (speaker is { Kind: SpeakerKind.Pronoun, Name: null })
            {
                if (last is not { } before || !IsNear(words, before, start) || !Fits(words, before, start))
                {
                    last = null;
                    continue;
                }

                var name = before.Speaker.Name ?? NameOf(before.Words);
                told[words] = before.Speaker with { Span = words, Kind = SpeakerKind.Pronoun, Name = name };
                (speaker, words) = (before.Speaker, before.Words);
            }

            last = new Turn(speaker, words, end);
        }

        return told.Count == 0 ? quotes : [.. quotes.Select(quote =>
            quote.Speaker is { } speaker && told.TryGetValue(speaker.Span, out var known) ? quote with { Speaker = known } : quote)];
    }

    private bool IsNear(TextSpan pronoun, Turn before, int start) =>
        start <= before.End
        || doc.SentenceAt(start) - doc.SentenceAt(before.End - 1) <= (IsOfThings(pronoun, before) ? ReachOfThings : Reach);

    private bool IsOfThings(TextSpan pronoun, Turn before) => pronoun.In(doc.Text) switch
    {
        "it" or "It" => true,
        "they" or "They" => before.Speaker.EntityKey is null && !(HeadOf(before.Words) is [.. var one, 's'] && SpeakerPhrase.IsOffice(one)),
        _ => false,
    };

    /// <summary>Whether the pronoun may mean who spoke before, and nobody else was named since.</summary>
    private bool Fits(TextSpan pronoun, Turn before, int start)
    {
        var (speaker, words) = (before.Speaker, before.Words);
        var isUnnamed = speaker is { EntityKey: null, Kind: SpeakerKind.Nominal or SpeakerKind.Impersonal };
        var isDescribed = isUnnamed || (speaker.Kind == SpeakerKind.Nominal && Is(speaker, EntityType.Person));
        return pronoun.In(doc.Text) switch
        {
            "he" or "He" => ((isDescribed && IsPerson(words, not: WordUse.Woman)) || MayBe(speaker, pronoun, WordLists.FemaleName))
                && !IsNamed(before.End, start, EntityType.Person, but: speaker.EntityKey),
            "she" or "She" => ((isDescribed && IsPerson(words, not: WordUse.Man)) || MayBe(speaker, pronoun, WordLists.MaleName))
                && !IsNamed(before.End, start, EntityType.Person, but: speaker.EntityKey),
            "they" or "They" => (speaker.Joint.Count > 0 || Is(speaker, EntityType.Group) || (speaker.EntityKey is null && IsPlural(words)))
                && !IsNamed(before.End, start, EntityType.Person) && !IsNamed(before.End, start, EntityType.Organization),
            "it" or "It" => (Is(speaker, EntityType.Organization) || (isUnnamed && IsThing(words)))
                && !IsNamed(before.End, start, EntityType.Organization, but: speaker.EntityKey),
            _ => false,
        };
    }

    /// <summary>
    /// Whether the pronoun may mean the person who spoke: "Jan Roe, chairman of Acme, said … She added". Not where that person is the
    /// other pronoun elsewhere, or has a name of the other gender.
    /// </summary>
    private bool MayBe(Speaker speaker, TextSpan pronoun, WordLists other)
    {
        const WordLists names = WordLists.FirstName | WordLists.ClearName;
        if (!Is(speaker, EntityType.Person)
            || speaker.Joint.Count > 0
            || (Gazetteer.Default.Find(FirstWord(speaker.Name)) & names) == (other | WordLists.ClearName))
            return false;
        var gender = WordUses.Of(pronoun.In(doc.Text)) & WordUse.HeOrShe;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i] is { Kind: MentionKind.Pronoun } mention && mention.Entity.Key == speaker.EntityKey
                && (WordUses.Of(mention.Span.In(doc.Text)) & WordUse.HeOrShe & ~gender) != 0)
                return false;
        }

        return true;
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> name) => name.IndexOf(' ') is > 0 and var end ? name[..end] : name;

    private static bool Is(Speaker speaker, EntityType type) =>
        speaker.EntityKey is { } key && type.ToContractWord() is var word && key.Length > word.Length && key[word.Length] == '|'
        && key.StartsWith(word, StringComparison.Ordinal);

    /// <summary>"a spokesman for Acme", "the former minister"; not "officials", nor "a lawyer and his wife".</summary>
    private bool IsPerson(TextSpan words, WordUse not)
    {
        var head = HeadOf(words);
        return !IsSeveral(words) && (WordUses.Of(head) & WordUse.Person) != not && SpeakerPhrase.IsOffice(head);
    }

    /// <summary>"officials", "several people", "Roe and her lawyer".</summary>
    private bool IsPlural(TextSpan words) => IsSeveral(words) || Plurals.Contains(HeadOf(words)) || EndsInS(HeadOf(words));

    /// <summary>"the ministry", "a study by Acme"; not "users", "some", "the minister".</summary>
    private bool IsThing(TextSpan words)
    {
        var head = HeadOf(words);
        return !IsPlural(words) && head.Length > 2 && char.IsLetter(head[0]) && !SpeakerPhrase.IsOffice(head)
            && WordClasses.Of(head) == WordClass.None
            && (WordClasses.Of(doc.TextOf(doc.Tokens[doc.TokenAt(words.Start)])) & WordClass.Determiner) != 0;
    }

    private bool IsSeveral(TextSpan words) => words.In(doc.Text)[..Math.Max(0, CommaIn(words))].Contains(" and ", StringComparison.Ordinal);

    private static bool EndsInS(ReadOnlySpan<char> word) => word is [.., not ('s' or '\'' or '’'), 's'];

    private ReadOnlySpan<char> HeadOf(TextSpan words)
    {
        var head = doc.Text.AsSpan(words.Start, SpeakerPhrase.HeadEnd(doc, words, mentions) - words.Start);
        return head[(head.LastIndexOf(' ') + 1)..];
    }

    /// <summary>The words up to the first comma.</summary>
    private string NameOf(TextSpan words) => words.In(doc.Text)[..CommaIn(words)].ToString();

    private int CommaIn(TextSpan words) => words.In(doc.Text).IndexOf(',') is >= 0 and var comma ? comma : words.Length;

    private bool IsNamed(int from, int to, EntityType type, string? but = null)
    {
        for (var i = mentions.FirstEndingAfter(from); i < mentions.Count && mentions[i].Span.Start < to; i++)
        {
            if (mentions[i].Entity.Type == type && mentions[i].Entity.Key != but)
                return true;
        }

        return false;
    }
}
