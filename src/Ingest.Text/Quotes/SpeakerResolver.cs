using Ingest.Text.Documents;
using Ingest.Text.Entities;
using Ingest.Text.Entities.Linking;

namespace Ingest.Text.Quotes;

/// <summary>
/// Finds the entity that a speaker's words mean: the one mentioned by their head, "Roe" of "Mayor Jane Roe, a friend of Poe"; the one that a description
/// is followed by, "the mayor of Elm, Jane Roe"; for "it" and "the company" the only organisation named shortly before.
/// </summary>
internal sealed class SpeakerResolver
{
    private readonly Document _doc;
    private readonly MentionIndex _mentions;
    private readonly Lazy<Labels> _labels;
    private readonly NearOrganizations _organizations;
    private readonly OfficeHolders _holders;

    public SpeakerResolver(Document doc, IReadOnlyList<Entity> entities)
    {
        _doc = doc;
        _mentions = new MentionIndex(entities);
        _labels = new(() => new Labels(entities));
        _organizations = new NearOrganizations(doc, _mentions);
        _holders = new OfficeHolders(doc, _mentions);
    }

    public Speaker Resolve(TextSpan source)
    {
        var isRelative = (WordClasses.Of(source.In(_doc.Text)) & WordClass.Relative) != 0;
        var kind = SpeakerPhrase.KindOf(_doc, source);
        if (kind is SpeakerKind.FirstPerson or SpeakerKind.Impersonal)
            return new Speaker(source, null, null) { Kind = kind };
        if (NamedBefore(source) is var (name, person))
            return new Speaker(new TextSpan(name.Start, source.End), person.Key, person.Name);
        var entity = isRelative ? Antecedent(source) : NameBehindHouse(source) ?? MeantBy(source) ?? Apposed(source) ?? NameBehindOffice(source) ?? _holders.Of(source) ?? _organizations.MeantBy(source);
        return new Speaker(source, entity?.Key, entity?.Name) { Kind = kind };
    }

    /// <summary>The label of a transcript's line: a name, a surname in capitals ("ROE"), or initials ("JR").</summary>
    public Speaker ResolveLabel(TextSpan label)
    {
        var entity = MeantBy(label) is { Type: EntityType.Person } named ? named : _labels.Value.PersonOf(label.In(_doc.Text).ToString()) ?? MeantBy(label);
        return new Speaker(label, entity?.Key, entity?.Name);
    }

    /// <summary>Whether the words are the name of a person.</summary>
    public bool IsPerson(TextSpan words) => MeantBy(words) is { Type: EntityType.Person } && SpeakerPhrase.HeadEnd(_doc, words, _mentions) == words.End;

    /// <summary>Whether the words mean somebody who may speak: a person, an organisation, "she", "the minister".</summary>
    public bool IsSomebody(TextSpan words) =>
        MeantBy(words) is { } entity ? entity.Type is EntityType.Person or EntityType.Organization : SpeakerPhrase.IsHuman(_doc, words);

    /// <summary>"the mayor, Jane Roe, who said": the one named right before.</summary>
    private Entity? Antecedent(TextSpan relative)
    {
        const int comma = 2;   // with its blank
        var i = _mentions.FirstEndingAfter(relative.Start - comma - 1);
        return i < _mentions.Count && _mentions[i].Span.End <= relative.Start ? _mentions[i].Entity : null;
    }

    private Entity? MeantBy(TextSpan words)
    {
        var head = SpeakerPhrase.HeadEnd(_doc, words, _mentions);
        for (var i = _mentions.FirstEndingAfter(words.Start); i < _mentions.Count && _mentions[i].Span.Start < head; i++)
        {
            if (_mentions[i].Span.End >= head)
                return _mentions[i].Entity;
        }

        return null;
    }

    /// <summary>"Its director, Jane Roe": a description of somebody who is named next.</summary>
    private Entity? Apposed(TextSpan source)
    {
        if (!SpeakerPhrase.IsDescription(_doc, source))
            return null;
        // "a lawyer for the firm, Acme": who is named behind the firm isn't the lawyer.
        var head = SpeakerPhrase.HeadEnd(_doc, source, _mentions);
        var mayBeOrganization = (head < source.End && _doc.Text[head] == ',') || !SpeakerPhrase.IsHuman(_doc, source);
        foreach (var part in SpeakerPhrase.Appositions(_doc, source))
        {
            if (MeantBy(part) is { } entity && (entity.Type == EntityType.Person || (entity.Type == EntityType.Organization && mayBeOrganization)))
                return entity;
        }

        return null;
    }

    /// <summary>"Jane Roe, [the mayor of Elm] said": no comma ends the description, and it alone was taken for the speaker.</summary>
    private (TextSpan Name, Entity Person)? NamedBefore(TextSpan source)
    {
        const int comma = 2;   // with its blank
        var i = _mentions.FirstEndingAfter(source.Start - comma - 1);
        return i < _mentions.Count && _mentions[i] is { Entity.Type: EntityType.Person } named && named.Span.End == source.Start - comma
            && _doc.Text[named.Span.End] == ',' && SpeakerPhrase.IsDescription(_doc, source) && SpeakerPhrase.IsHuman(_doc, source)
            ? named : null;
    }

    /// <summary>
    /// "University of Elm at Ellery professor Jane Roe", "Secretary of State Jane Roe": whoever is named at the end, where neither an article nor "for"
    /// nor a second person makes somebody else of the beginning ("spokesman for Mayor Jane Roe").
    /// </summary>
    private Entity? NameBehindHouse(TextSpan source)
    {
        var comma = source.In(_doc.Text).IndexOfAny(',', '(');
        var end = comma < 0 ? source.End : source.Start + comma;
        var i = _mentions.LastEndingBy(end);
        if (i < 0 || _mentions[i] is not { Entity.Type: EntityType.Person } named || named.Span.End != end || named.Span.Start <= source.Start)
            return null;
        var (people, hasPreposition, last) = (0, false, WordUse.None);
        for (var t = _doc.TokenAt(source.Start); _doc.Tokens[t].Span.Start < named.Span.Start; t++)
        {
            last = WordUses.Of(_doc.TextOf(_doc.Tokens[t]));
            if ((last & (WordUse.Determiner | WordUse.Coordinator)) != 0 || _doc.TextOf(_doc.Tokens[t]) is "for" || _doc.Tokens[t].Kind == TokenKind.Clitic)
                return null;
            hasPreposition |= (last & WordUse.Preposition) != 0;
            people += (last & WordUse.Person) != 0 ? 1 : 0;
        }

        return people == 1 && hasPreposition && (last & WordUse.Preposition) == 0 ? named.Entity : null;
    }

    /// <summary>"President of the Elm Traders Association Jane Roe": the name stands right behind that of an organisation.</summary>
    private Entity? NameBehindOffice(TextSpan source)
    {
        const int blank = 1;
        for (var i = _mentions.FirstEndingAfter(source.Start); i + 1 < _mentions.Count && _mentions[i + 1].Span.End <= source.End; i++)
        {
            if (_mentions[i].Entity.Type == EntityType.Organization && _mentions[i + 1] is { Entity.Type: EntityType.Person } next
                && next.Span.Start == _mentions[i].Span.End + blank)
                return next.Entity;
        }

        return null;
    }
}
