using Ingest.Text.Documents;
using Ingest.Text.Entities;

namespace Ingest.Text.Quotes.Speakers;

/// <summary>Finds the entity that a speaker's words mean. The ways to find it are tried in order, the surest first.</summary>
internal sealed class SpeakerResolver
{
    private readonly Document _doc;
    private readonly MentionIndex _mentions;
    private readonly Lazy<Labels> _labels;
    private readonly SpeakerHead _head;
    private readonly ApposedName _apposed;
    private readonly Antecedent _antecedent;
    private readonly JointSpeakers _joint;
    private readonly Lazy<HeadlineOffice> _offices;

    /// <summary>The ways that find the entity which the words name.</summary>
    private readonly Func<TextSpan, Entity?>[] _namers;

    /// <summary>The ways that find the entity where the words name none, or where the name is doubtful.</summary>
    private readonly Func<TextSpan, Entity?>[] _guesses;

    public SpeakerResolver(Document doc, IReadOnlyList<Entity> entities)
    {
        _doc = doc;
        _mentions = new MentionIndex(entities);
        _labels = new(() => new Labels(entities));
        var offices = new NameBehindOffice(doc, _mentions);
        _head = new SpeakerHead(doc, _mentions, offices);
        _apposed = new ApposedName(doc, _mentions, _head);
        _antecedent = new Antecedent(doc, _mentions, _apposed);
        _joint = new JointSpeakers(doc, _mentions);
        _offices = new(() => new HeadlineOffice(doc, _labels.Value));
        _namers =
        [
            offices.Of,                                        // "mayor of Elm Jane Roe"
            _apposed.PersonBehindGroup,                        // "A Democrat, Jane Roe"
            _head.NamedBy,                                     // "Mayor Jane Roe, a friend of Poe"
        ];
        _guesses =
        [
            _head.SpeakingIn,                                  // "she"
            _apposed.Behind,                                   // "the mayor of Elm, Jane Roe"
            new OfficeHolders(doc, _mentions).Of,              // "the harbour master"
            new LonePerson(doc, _mentions, entities).Of,       // "the Elm-born actor", with nobody else named
            new NearOrganizations(doc, _mentions).MeantBy,     // "it", "the company"
            words => _labels.Value.OrganizationOf(words.In(doc.Text)),
            PersonCalled,                                      // "King", where the article has Tom King
            new OwnWords(doc, _mentions).OwnerIn,              // "Roe's message"
        ];
    }

    /// <param name="source">The words that stand for the speaker.</param>
    /// <param name="said">The words of the quote. A name inside them is not part of the speaker.</param>
    public Speaker Resolve(TextSpan source, IReadOnlyList<TextSpan> said)
    {
        var kind = SpeakerPhrase.KindOf(_doc, source);
        if (kind is SpeakerKind.FirstPerson or SpeakerKind.Impersonal)
            return new Speaker(source, null, null) { Kind = kind };
        if (kind != SpeakerKind.Pronoun && _apposed.Before(source) is var (apposed, person) && !said.Any(apposed.Overlaps))
            return new Speaker(new TextSpan(apposed.Start, source.End), person.Key, person.Name);
        var isRelative = SpeakerPhrase.IsRelative(source.In(_doc.Text));
        var named = isRelative ? _antecedent.Of(source) : First(_namers, source);
        var entity = named ?? First(_guesses, source);
        var name = entity is null && isRelative && RelativeHead.Before(_doc, source) is { } head ? head.In(_doc.Text).ToString() : entity?.Name;
        return new Speaker(source, entity?.Key, name)
        {
            Kind = named is not null && !isRelative ? SpeakerKind.Name
                : named is null && kind == SpeakerKind.Name && SpeakerPhrase.IsNoName(_doc, source, _mentions) ? SpeakerKind.Nominal
                : kind,
            Joint = entity is null ? [] : _joint.Of(source, entity),
            Certainty = kind == SpeakerKind.Pronoun && !isRelative ? _mentions.CertaintyAt(source.Start) : 1,
        };
    }

    /// <summary>The same quotes; pronouns that mean nobody named stand for who spoke before.</summary>
    public IReadOnlyList<Quote> TellNameless(IReadOnlyList<Quote> quotes) => new NamelessSpeakers(_doc, _mentions).Tell(quotes);

    /// <summary>
    /// The label of a transcript's line: a name, a surname in capitals ("ROE"), initials ("JR"), or an office whose holder the headline
    /// names ("THE MAYOR").
    /// </summary>
    public Speaker ResolveLabel(TextSpan label)
    {
        var entity = PersonLabelled(label) ?? _head.MeantBy(label);
        if (entity is null && _offices.Value.SpeakerOf(label) is { } holder)
            return holder;
        return new Speaker(label, entity?.Key, entity?.Name) { Kind = entity is null ? KindOfLabel(label) : SpeakerKind.Name };
    }

    /// <summary>The person that the label means; null where the article has no such person.</summary>
    public Entity? PersonLabelled(TextSpan label) =>
        _head.MeantBy(label) is { Type: EntityType.Person } named ? named : _labels.Value.PersonOf(NameIn(label));

    /// <summary>"Me", "Host", or a name that nobody knows.</summary>
    private SpeakerKind KindOfLabel(TextSpan label) =>
        SpeakerPhrase.KindOf(_doc, label) is SpeakerKind.FirstPerson ? SpeakerKind.FirstPerson
        : LabelReader.IsRole(label.In(_doc.Text)) ? SpeakerKind.Nominal : SpeakerKind.Name;

    /// <summary>The name in the label, without its description: "ROE, MAYOR OF ELM".</summary>
    private string NameIn(TextSpan label)
    {
        var words = label.In(_doc.Text);
        return words.IndexOf(',') is >= 0 and var comma ? words[..comma].ToString() : words.ToString();
    }

    /// <summary>Whether the words are the name of a person.</summary>
    public bool IsPerson(TextSpan words) =>
        _head.MeantBy(words) is { Type: EntityType.Person } && SpeakerPhrase.HeadEnd(_doc, words, _mentions) == words.End;

    /// <summary>Whether the words mean somebody who may speak: a person, an organisation, "she", "the minister".</summary>
    public bool IsSomebody(TextSpan words) => _head.MeantBy(words) is { } entity
        ? entity.Type is EntityType.Person or EntityType.Organization
        : SpeakerPhrase.IsHuman(_doc, words);

    /// <summary>Whether the words mean a person or persons: "Roe", "she", "three officials".</summary>
    public bool IsHuman(TextSpan words) => _head.MeantBy(words) is { } entity
        ? entity.Type == EntityType.Person
        : SpeakerPhrase.IsHuman(_doc, words);

    private static Entity? First(Func<TextSpan, Entity?>[] steps, TextSpan words)
    {
        foreach (var step in steps)
        {
            if (step(words) is { } entity)
                return entity;
        }

        return null;
    }

    /// <summary>"King", which may be anybody's title, where the article has Tom King.</summary>
    private Entity? PersonCalled(TextSpan source) =>
        source.In(_doc.Text) is [var first, ..] words && char.IsUpper(first) && !words.Contains(' ') && Letters.HasSmall(words)
            ? _labels.Value.PersonOf(words.ToString()) : null;
}
