using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Linking;

namespace Ingest.Text.Quotes;

/// <summary>Finds the entity that a speaker's words mean: the one mentioned by their head, "Roe" of "Mayor Jane Roe, a friend of Poe".</summary>
internal sealed class SpeakerResolver
{
    private readonly Document _doc;
    private readonly List<(TextSpan Span, Entity Entity)> _mentions;
    private readonly List<Entity> _people;

    public SpeakerResolver(Document doc, IReadOnlyList<Entity> entities)
    {
        _doc = doc;
        _mentions = [.. entities.SelectMany(entity => entity.Mentions, (entity, mention) => (mention.Span, entity)).OrderBy(mention => mention.Span)];
        _people = [.. entities.Where(entity => entity.Type == EntityType.Person)];
    }

    public Speaker Resolve(TextSpan source)
    {
        if ((WordClasses.Of(source.In(_doc.Text)) & WordClass.Relative) != 0)
            return Antecedent(source);
        return MeantBy(source) is { } entity ? new Speaker(source, entity.Key, entity.Name) : new Speaker(source, null, null);
    }

    /// <summary>The label of a transcript's line: a name, a surname in capitals ("ROE"), or initials ("JR").</summary>
    public Speaker ResolveLabel(TextSpan label)
    {
        var entity = MeantBy(label) is { Type: EntityType.Person } named ? named : PersonOfLabel(label.In(_doc.Text)) ?? MeantBy(label);
        return new Speaker(label, entity?.Key, entity?.Name);
    }

    /// <summary>Whether the words are the name of a person.</summary>
    public bool IsPerson(TextSpan words) => MeantBy(words) is { Type: EntityType.Person } && HeadEnd(words) == words.End;

    /// <summary>Whether the words mean somebody who may speak: a person, an organisation, "she", "the minister".</summary>
    public bool IsSomebody(TextSpan words)
    {
        if (MeantBy(words) is { } entity)
            return entity.Type is EntityType.Person or EntityType.Organization;
        var head = new TextSpan(words.Start, HeadEnd(words)).In(_doc.Text);
        return (WordUses.Of(head[(head.LastIndexOf(' ') + 1)..]) & (WordUse.Person | WordUse.HeOrShe)) != 0;
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

    private Entity? MeantBy(TextSpan words)
    {
        var head = HeadEnd(words);
        for (var i = FirstEndingAfter(words.Start); i < _mentions.Count && _mentions[i].Span.Start < head; i++)
        {
            if (_mentions[i].Span.End >= head)
                return _mentions[i].Entity;
        }

        return null;
    }

    /// <summary>The one person whose name ends with the label's last word, or has its letters for initials.</summary>
    private Entity? PersonOfLabel(ReadOnlySpan<char> label)
    {
        var word = label[(label.LastIndexOf(' ') + 1)..].ToString();
        var found = _people.FindAll(person => person.Name.EndsWith(word, StringComparison.OrdinalIgnoreCase)
            && (person.Name.Length == word.Length || person.Name[^(word.Length + 1)] == ' '));
        if (found.Count == 0 && label.Length is 2 or 3)
            found = _people.FindAll(person => word == string.Concat(person.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part[0])));
        return found.Count == 1 ? found[0] : null;
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
