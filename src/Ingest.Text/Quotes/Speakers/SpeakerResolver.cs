using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>
/// Finds the entity that a speaker's words mean: the one mentioned by their head, "Roe" of "Mayor Jane Roe, a friend of Poe"; the one that a description
/// is followed by, "the mayor of Elm, Jane Roe", "mayor of Elm Jane Roe"; for "it" and "the company" the only organisation named shortly before; whose words it is that say so, "Roe's message".
/// </summary>
internal sealed class SpeakerResolver
{
    private readonly Document _doc;
    private readonly MentionIndex _mentions;
    private readonly Lazy<Labels> _labels;
    private readonly NearOrganizations _organizations;
    private readonly OfficeHolders _holders;
    private readonly NameBehindOffice _offices;
    private readonly OwnWords _words;
    private readonly JointSpeakers _joint;

    public SpeakerResolver(Document doc, IReadOnlyList<Entity> entities)
    {
        _doc = doc;
        _mentions = new MentionIndex(entities);
        _labels = new(() => new Labels(entities));
        _organizations = new NearOrganizations(doc, _mentions);
        _holders = new OfficeHolders(doc, _mentions);
        _offices = new NameBehindOffice(doc, _mentions);
        _words = new OwnWords(doc, _mentions);
        _joint = new JointSpeakers(doc, _mentions);
    }

    /// <param name="source">The words that stand for the speaker.</param>
    /// <param name="said">The words of the quote: whoever is named in them is no part of the speaker.</param>
    public Speaker Resolve(TextSpan source, IReadOnlyList<TextSpan> said)
    {
        var isRelative = SpeakerPhrase.IsRelative(source.In(_doc.Text));
        var kind = SpeakerPhrase.KindOf(_doc, source);
        if (kind is SpeakerKind.FirstPerson or SpeakerKind.Impersonal)
            return new Speaker(source, null, null) { Kind = kind };
        if (NamedBefore(source) is var (name, person) && !said.Any(name.Overlaps))
            return new Speaker(new TextSpan(name.Start, source.End), person.Key, person.Name);
        if ((isRelative ? Antecedent(source) : _offices.Of(source) ?? PersonBehindGroup(source) ?? Named(source)) is { } named)
            return new Speaker(source, named.Key, named.Name) { Kind = isRelative ? kind : SpeakerKind.Name, Joint = _joint.Of(source, named) };
        var entity = MeantBy(source) ?? Apposed(source) ?? _holders.Of(source) ?? _organizations.MeantBy(source) ?? _labels.Value.OrganizationOf(source.In(_doc.Text)) ?? PersonOf(source) ?? _words.OwnerIn(source);
        return new Speaker(source, entity?.Key, entity?.Name)
        {
            Kind = kind == SpeakerKind.Name && IsNoName(source) ? SpeakerKind.Nominal : kind,
            Joint = entity is null ? [] : _joint.Of(source, entity),
        };
    }

    /// <summary>The label of a transcript's line: a name, a surname in capitals ("ROE"), or initials ("JR").</summary>
    public Speaker ResolveLabel(TextSpan label)
    {
        var entity = PersonLabelled(label) ?? MeantBy(label);
        return new Speaker(label, entity?.Key, entity?.Name) { Kind = entity is null ? KindOfLabel(label) : SpeakerKind.Name };
    }

    /// <summary>Null where the label is that of nobody in the article.</summary>
    public Entity? PersonLabelled(TextSpan label) => MeantBy(label) is { Type: EntityType.Person } named ? named : _labels.Value.PersonOf(NameIn(label));

    /// <summary>"Me", "Host", or a name that nobody knows.</summary>
    private SpeakerKind KindOfLabel(TextSpan label) => SpeakerPhrase.KindOf(_doc, label) is SpeakerKind.FirstPerson ? SpeakerKind.FirstPerson
        : LabelReader.IsRole(label.In(_doc.Text)) ? SpeakerKind.Nominal : SpeakerKind.Name;

    /// <summary>Without what describes it: "ROE, MAYOR OF ELM".</summary>
    private string NameIn(TextSpan label) => label.In(_doc.Text) is var words && words.IndexOf(',') is >= 0 and var comma ? words[..comma].ToString() : words.ToString();

    /// <summary>Whether the words are the name of a person.</summary>
    public bool IsPerson(TextSpan words) => MeantBy(words) is { Type: EntityType.Person } && SpeakerPhrase.HeadEnd(_doc, words, _mentions) == words.End;

    /// <summary>Whether the words mean somebody who may speak: a person, an organisation, "she", "the minister".</summary>
    public bool IsSomebody(TextSpan words) =>
        MeantBy(words) is { } entity ? entity.Type is EntityType.Person or EntityType.Organization : SpeakerPhrase.IsHuman(_doc, words);

    /// <summary>Whether the words mean a person or persons: "Roe", "she", "three officials".</summary>
    public bool IsHuman(TextSpan words) => MeantBy(words) is { } entity ? entity.Type == EntityType.Person : SpeakerPhrase.IsHuman(_doc, words);

    /// <summary>"the mayor, Jane Roe, who said": the one named right before; or the one described so, "Jane Roe, the mayor of Elm who said".</summary>
    private Entity? Antecedent(TextSpan relative)
    {
        const int comma = 2, longest = 10;   // with its blank; in tokens
        var i = _mentions.FirstEndingAfter(relative.Start - comma - 1);
        var first = _doc.TokenAt(relative.Start);
        for (var t = first - 1; t > first - longest && t > 0 && _doc.Tokens[t].Kind != TokenKind.Punctuation; t--)
        {
            if (_doc.TextOf(_doc.Tokens[t - 1]) is ","
                && NamedBefore(new TextSpan(_doc.Tokens[t].Span.Start, _doc.Tokens[first - 1].Span.End)) is var (_, person))
                return person;
        }

        return i < _mentions.Count && _mentions[i] is var (span, entity, _) && span.End <= relative.Start && MaySpeak(entity) && !IsOther(span, entity, relative) ? entity : null;
    }

    /// <summary>"An engineer at Acme, who said", "a study by Jane Roe, which said": neither Acme nor Roe.</summary>
    private bool IsOther(TextSpan named, Entity entity, TextSpan relative)
    {
        var before = _doc.TokenAt(named.Start) - 1;
        if (before > 0 && _doc.TextOf(_doc.Tokens[before]) is "the" or "a" or "an")
            before--;
        return relative.In(_doc.Text) switch
        {
            "which" => entity.Type == EntityType.Person,
            "who" or "whom" => entity.Type is EntityType.Organization or EntityType.Location
                && before >= 0 && _doc.TextOf(_doc.Tokens[before]) is "at" or "from" or "in" or "of" or "for" or "with",
            _ => false,
        };
    }

    /// <summary>"A Democrat, Jane Roe", "The Democrat who won, Jane Roe": the group says what she is.</summary>
    private Entity? PersonBehindGroup(TextSpan source) =>
        MeantBy(source) is { Type: EntityType.Group } && Apposed(source) is { Type: EntityType.Person } person ? person : null;

    private Entity? MeantBy(TextSpan words) => LastIn(words)?.Entity;

    /// <summary>Who is named by the head of the words.</summary>
    private Entity? Named(TextSpan words) => LastIn(words) is { Kind: MentionKind.Name } named ? named.Entity : null;

    /// <summary>Whether the head only owns what comes next: "Poe and Roe's mother, Jane Roe".</summary>
    private bool IsOwner(TextSpan words)
    {
        var and = _doc.TokenAt(SpeakerPhrase.HeadEnd(_doc, words, _mentions) + 1);
        if (and >= _doc.Tokens.Count || _doc.TextOf(_doc.Tokens[and]) is not "and")
            return false;
        for (var t = and + 1; t < _doc.Tokens.Count && _doc.Tokens[t].Span.End <= words.End && _doc.TextOf(_doc.Tokens[t]) is not ","; t++)
        {
            if (_doc.Tokens[t].Kind == TokenKind.Clitic)
                return t + 1 < _doc.Tokens.Count && char.IsLower(_doc.Text[_doc.Tokens[t + 1].Span.Start]);
        }

        return false;
    }

    /// <summary>What ends the head of the words, honours behind a person's name apart; sums and days say nothing.</summary>
    private (Entity Entity, MentionKind Kind)? LastIn(TextSpan words)
    {
        if (IsOwner(words))
            return null;
        var head = WithoutClitic(SpeakerPhrase.HeadEnd(_doc, words, _mentions));
        for (var i = _mentions.FirstEndingAfter(words.Start); i < _mentions.Count && _mentions[i].Span.Start < head; i++)
        {
            var (span, entity, kind) = _mentions[i];
            if (MaySpeak(entity)
                && (span.End >= head || (entity.Type == EntityType.Person && _offices.EndsAt(span.End, head))))
                return (entity, kind);
        }

        return null;
    }

    /// <summary>"King", which may be anybody's title, where the article has Tom King.</summary>
    private Entity? PersonOf(TextSpan source) =>
        source.In(_doc.Text) is [var first, ..] words && char.IsUpper(first) && !words.Contains(' ') && Letters.HasSmall(words) ? _labels.Value.PersonOf(words.ToString()) : null;

    private static bool MaySpeak(Entity entity) => entity.Type is not (EntityType.Percent or EntityType.Money or EntityType.Date);

    /// <summary>"[Roe]'s" call.</summary>
    private int WithoutClitic(int end)
    {
        var last = _doc.TokenAt(end - 1);
        return last < _doc.Tokens.Count && _doc.Tokens[last].Kind == TokenKind.Clitic && _doc.Tokens[last].Span.End == end ? _doc.Tokens[last].Span.Start : end;
    }

    /// <summary>Whether a capital at the start of a sentence is all that the words have of a name: "Engineers", "Sources near her".</summary>
    private bool IsNoName(TextSpan words)
    {
        var first = _doc.TokenAt(words.Start);
        if (_doc.SentenceAt(words.Start) is not (>= 0 and var sentence) || _doc.Sentences[sentence].FirstToken != first)
            return false;
        var head = SpeakerPhrase.HeadEnd(_doc, words, _mentions);
        var next = first + 1;
        for (; next < _doc.Tokens.Count && _doc.Tokens[next].Span.Start < head; next++)
        {
            if (char.IsUpper(_doc.Text[_doc.Tokens[next].Span.Start]))
                return false;
        }

        // Alone it may be a surname that nobody knew.
        var word = _doc.TextOf(_doc.Tokens[first]);
        return next > first + 1 || word.EndsWith('s') || (Gazetteer.Default.Find(word) & (WordLists.Common | WordLists.Surname)) == WordLists.Common;
    }

    /// <summary>"Its director, Jane Roe": a description of somebody who is named next.</summary>
    private Entity? Apposed(TextSpan source)
    {
        if (!SpeakerPhrase.IsDescription(_doc, source) && !IsOwner(source))
            return null;
        // "a lawyer for the firm, Acme": who is named behind the firm isn't the lawyer.
        var head = SpeakerPhrase.HeadEnd(_doc, source, _mentions);
        var mayBeOrganization = (head < source.End && _doc.Text[head] == ',') || !SpeakerPhrase.IsHuman(_doc, source);
        foreach (var part in SpeakerPhrase.Appositions(_doc, source))
        {
            // "several Democrats, including Jane Roe": one of them.
            if (_doc.TextOf(_doc.Tokens[_doc.TokenAt(part.Start)]) is "including" or "among" or "like" or "especially" or "notably")
                return null;
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
            ? (named.Span, named.Entity) : null;
    }
}
