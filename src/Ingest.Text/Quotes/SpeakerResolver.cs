using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes;

/// <summary>Finds the entity that a speaker's words mean: the one mentioned by their head, "Roe" of "Mayor Jane Roe, a friend of Poe".</summary>
internal sealed class SpeakerResolver
{
    private readonly Document _doc;
    private readonly List<(TextSpan Span, Entity Entity)> _mentions;

    public SpeakerResolver(Document doc, IReadOnlyList<Entity> entities)
    {
        _doc = doc;
        _mentions = [.. entities.SelectMany(entity => entity.Mentions, (entity, mention) => (mention.Span, entity)).OrderBy(mention => mention.Span)];
    }

    public Speaker Resolve(TextSpan source)
    {
        if ((WordClasses.Of(source.In(_doc.Text)) & WordClass.Relative) != 0)
            return Antecedent(source);
        var head = HeadEnd(source);
        for (var i = FirstEndingAfter(source.Start); i < _mentions.Count && _mentions[i].Span.Start < head; i++)
        {
            var (span, entity) = _mentions[i];
            if (span.End >= head)
                return new Speaker(source, entity.Key, entity.Name);
        }

        return new Speaker(source, null, null);
    }

    /// <summary>"the mayor, Jane Roe, who said": the one named right before.</summary>
    private Speaker Antecedent(TextSpan relative)
    {
        const int comma = 2;   // with its blank
        var i = FirstEndingAfter(relative.Start - comma - 1);
        return i < _mentions.Count && _mentions[i].Span.End <= relative.Start
            ? new Speaker(relative, _mentions[i].Entity.Key, _mentions[i].Entity.Name)
            : new Speaker(relative, null, null);
    }

    /// <summary>Where the head of the phrase ends: before its first comma, preposition or relative.</summary>
    private int HeadEnd(TextSpan source)
    {
        var end = source.Start;
        for (var t = _doc.TokenAt(source.Start); t < _doc.Tokens.Count && _doc.Tokens[t].Span.Start < source.End; t++)
        {
            var token = _doc.Tokens[t];
            if (end > source.Start && (token.Kind is TokenKind.Punctuation
                || (WordClasses.Of(token.Span.In(_doc.Text)) & (WordClass.Preposition | WordClass.Relative)) != 0))
                break;
            end = token.Span.End;
        }

        return end;
    }

    private int FirstEndingAfter(int offset)
    {
        var (low, high) = (0, _mentions.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (_mentions[middle].Span.End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
