using Ingest.Text.Documents;
using Ingest.Text.Entities.Names;
using Ingest.Text.Entities.Tagging;

namespace Ingest.Text.Entities;

/// <summary>
/// Finds the places where a text names something. A trained tagger finds names, dates and sums. Rules find percentages and titles of
/// works in quotation marks, and recognise laws. <see cref="EntityLinker"/> decides which mentions belong together.
/// </summary>
public sealed class EntityRecognizer
{
    private readonly NameTagger? _tagger;

    public EntityRecognizer()
    {
    }

    /// <summary>Uses another tagger than the embedded model's.</summary>
    internal EntityRecognizer(NameTagger tagger) => _tagger = tagger;

    /// <summary>Reads the embedded model now, and not with the first document.</summary>
    internal static void Prepare() => _ = NameModel.Tagger;

    /// <summary>Mentions of kind <see cref="MentionKind.Name"/>, in order, without overlap.</summary>
    /// <param name="doc">The article.</param>
    /// <param name="cancellationToken">Ends the work within the tagger, which takes most of it, and between two rules.</param>
    public IReadOnlyList<Mention> Recognize(Document doc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(doc);
        var whole = BrokenName.Mend(doc, KnownPhrase.Join(doc, (_tagger ?? NameModel.Tagger).Tag(doc, cancellationToken)));
        var tagged = BodyOfFields.Add(doc, PublicBody.Add(doc, AttorneysOffice.Add(doc, whole)));
        cancellationToken.ThrowIfCancellationRequested();
        var completed = OccasionName.Add(doc, TreatyName.Add(doc, ActName.Add(doc, CaseName.Join(doc, Refine(doc, tagged)))));
        var parted = PossessiveName.Part(doc, JuniorName.Apply(doc, completed));
        var named = RoadName.Add(doc, StormName.Add(doc, HeadingName.Add(doc, KinName.Add(doc, parted))));
        cancellationToken.ThrowIfCancellationRequested();
        return HyphenedName.Split(doc, Merge(NameConsistency.Apply(doc, named), FindByRule(doc)));
    }

    private static List<Mention> Refine(Document doc, List<Mention> tagged)
    {
        var refined = new List<Mention>(tagged.Count);
        var things = new SmallLetters(doc);
        var offices = new OfficeInitials(doc);
        tagged.RemoveAll(mention => CompanyForm.Is(mention.Span.In(doc.Text)));   // the rules add it to the firm before it
        for (var i = 0; i < tagged.Count; i++)
        {
            var mention = PostalCode.Refine(doc, tagged[i], i == 0 ? null : tagged[i - 1]);
            // A law may have taken in its year, which the tagger found as a date.
            if ((refined.Count == 0 || refined[^1].Span.End <= mention.Span.Start) && !NoName.Is(doc, mention) && !things.IsThing(mention)
                && !offices.Contain(doc, mention)
                && !PostNominals.Hold(doc, mention, refined.Count == 0 ? null : refined[^1]))
            {
                var (floor, ceiling) =
                    (refined.Count == 0 ? 0 : refined[^1].Span.End, i + 1 < tagged.Count ? tagged[i + 1].Span.Start : doc.Text.Length);
                if (refined.Count > 0 && NameStart.WholeOf(doc, refined[^1], mention) is { } type)
                {
                    refined[^1] = new Mention(new TextSpan(refined[^1].Span.Start, mention.Span.End), type);
                    continue;
                }

                if (SpelledOut.Whole(doc, mention) is { } whole)
                {
                    // Pieces of the whole name that the tagger found are no names of their own.
                    while (refined.Count > 0 && whole.Span.Contains(refined[^1].Span))
                        refined.RemoveAt(refined.Count - 1);
                    if (refined.Count == 0 || refined[^1].Span.End <= whole.Span.Start)
                    {
                        refined.Add(whole);
                        continue;
                    }
                }

                var extended = CompanyForm.Extend(doc, NameEnd.Extend(doc, NameStart.Extend(doc, mention, floor), ceiling), ceiling);
                refined.Add(PrizeName.Refine(doc, HeadWord.Refine(doc, extended)));
            }
        }

        return refined;
    }

    private static List<Mention> FindByRule(Document doc)
    {
        var found = new List<Mention>();
        var figures = new FigureScanner(doc);
        foreach (var sentence in doc.Sentences)
        {
            var first = sentence.FirstToken;
            if (DatelinePlace.EndAt(doc, sentence, figures, out var agency) is var place && place > first)
                found.Add(new Mention(doc.SpanOf(first, place), EntityType.Location));
            for (var i = place; i < sentence.EndToken; i++)
            {
                if (i == agency && place > first)
                {
                    found.Add(new Mention(doc.SpanOf(i, i + 1), EntityType.Organization));
                    continue;
                }

                if (doc.Tokens[i].Kind == TokenKind.QuotationMark)
                {
                    if (QuotedTitle.EndAt(doc, i, sentence.EndToken) is var titleEnd and > 0)
                    {
                        found.Add(new Mention(doc.SpanOf(i + 1, titleEnd), EntityType.Work));
                        i = titleEnd;
                    }
                }
                else if (figures.Scan(i, sentence.EndToken) is var (end, type) && end > i)
                {
                    found.Add(new Mention(doc.SpanOf(i, end), type));
                    i = end - 1;
                }
            }
        }

        return found;
    }

    /// <summary>
    /// The mentions of tagger and rules, in order. Percentages, titles, and the place and the agency of a dateline replace overlapping
    /// mentions of the tagger. So does a date or a sum that contains the tagger's pieces of it. Other mentions of the rules fill in where
    /// the tagger found nothing.
    /// </summary>
    private static List<Mention> Merge(List<Mention> tagged, List<Mention> ruled)
    {
        if (ruled.Count == 0)
            return tagged;
        var next = 0;
        var sure = ruled.FindAll(mention =>
            mention.Type is EntityType.Percent or EntityType.Work or EntityType.Location or EntityType.Organization
                || HoldsPieces(mention, tagged, ref next));
        var merged = Apart(tagged, sure);
        merged.AddRange(sure);
        merged.Sort((a, b) => a.Span.CompareTo(b.Span));
        merged.AddRange(Apart(ruled.FindAll(mention => mention.Type is EntityType.Date or EntityType.Money), merged));
        merged.Sort((a, b) => a.Span.CompareTo(b.Span));
        return merged;
    }

    /// <summary>
    /// Whether the rule's mention is a date that contains the tagger's pieces of a date, or a sum that contains any mention of the
    /// tagger. <paramref name="next"/> is the first tagged mention that may overlap this mention or a later one.
    /// </summary>
    private static bool HoldsPieces(Mention ruled, List<Mention> tagged, ref int next)
    {
        while (next < tagged.Count && tagged[next].Span.End <= ruled.Span.Start)
            next++;
        var holds = false;
        for (var i = next; i < tagged.Count && tagged[i].Span.Start < ruled.Span.End; i++)
        {
            if (tagged[i].Span == ruled.Span && (ruled.Type == EntityType.Money
                || (ruled.Type == EntityType.Date && tagged[i].Type is not (EntityType.Date or EntityType.Person))))
                return true;   // "Friday", "R4bn", whatever the tagger took it for
            if (!ruled.Span.Contains(tagged[i].Span) || tagged[i].Span == ruled.Span
                || !(ruled.Type == EntityType.Money || (ruled.Type, tagged[i].Type) == (EntityType.Date, EntityType.Date)))
                return false;
            holds = true;
        }

        return holds;
    }

    /// <summary>The mentions that overlap none of the others; both lists are in order.</summary>
    private static List<Mention> Apart(List<Mention> mentions, List<Mention> others)
    {
        var next = 0;
        return mentions.FindAll(mention =>
        {
            while (next < others.Count && others[next].Span.End <= mention.Span.Start)
                next++;
            return next == others.Count || !others[next].Span.Overlaps(mention.Span);
        });
    }
}
