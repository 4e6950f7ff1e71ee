using Ingest.Text.Documents;
using Ingest.Text.Entities.Linking;
using Ingest.Text.Entities.Linking.People;
using Ingest.Text.Entities.Linking.Pronouns;
using Ingest.Text.Entities.Linking.Things;

namespace Ingest.Text.Entities;

/// <summary>
/// Joins the mentions of one article into entities. One entity has all mentions that a reader would take for the same person or thing.
/// </summary>
public sealed class EntityLinker
{
    /// <summary>
    /// Entities by falling salience, then by key. Each given mention belongs to exactly one entity. The linker adds pronouns and
    /// descriptions that surely mean one of the entities.
    /// </summary>
    /// <param name="doc">The article.</param>
    /// <param name="mentions">Mentions of names.</param>
    /// <param name="cancellationToken">Ends the work between two steps, or two paragraphs whose pronouns are linked.</param>
    public IReadOnlyList<Entity> Link(Document doc, IReadOnlyList<Mention> mentions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(doc);
        ArgumentNullException.ThrowIfNull(mentions);
        var scene = new Scene(doc);
        var found = new Dictionary<string, Found>(StringComparer.Ordinal);
        foreach (var person in People(scene, mentions, cancellationToken))
            Add(found, new Found(EntityType.Person, person.Name.Text, person.Role, person.Mentions));
        foreach (var thing in Things(scene, mentions, cancellationToken))
            Add(found, new Found(thing.Type, thing.Name, null, thing.Mentions));
        return Weighed(doc, found);
    }

    /// <summary>An entity as it was found; its mentions are in order.</summary>
    private readonly record struct Found(EntityType Type, string Name, string? Role, List<Mention> Mentions);

    private static IReadOnlyList<Person> People(Scene scene, IReadOnlyList<Mention> mentions, CancellationToken cancellationToken)
    {
        var people = new PersonLinker(scene.Doc, Gazetteer.Default).Link(mentions);
        cancellationToken.ThrowIfCancellationRequested();
        using var pronouns = new PronounLinker(scene, new PhraseFinder(scene, Gazetteer.Default).Find(people));
        pronouns.Link(cancellationToken);
        foreach (var person in people)
            person.Mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
        return people;
    }

    private static List<Thing> Things(Scene scene, IReadOnlyList<Mention> mentions, CancellationToken cancellationToken)
    {
        var things = new ThingLinker(scene.Doc).Link(mentions);
        cancellationToken.ThrowIfCancellationRequested();
        new ThingDescriptions(scene).Link(things);
        return things;
    }

    /// <summary>Adds an entity by its key. Two entities with the same key become one.</summary>
    private static void Add(Dictionary<string, Found> found, Found entity)
    {
        var key = EntityKey.Of(entity.Type, entity.Name);
        if (!found.TryGetValue(key, out var known))
        {
            found.Add(key, entity);
            return;
        }

        known.Mentions.AddRange(entity.Mentions);
        known.Mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
        found[key] = known with { Role = known.Role ?? entity.Role };
    }

    private static IReadOnlyList<Entity> Weighed(Document doc, Dictionary<string, Found> found)
    {
        var weights =
            found.ToDictionary(e => e.Key, e => Salience.Weigh(doc, e.Value.Type, e.Value.Name, e.Value.Mentions), StringComparer.Ordinal);
        var total = weights.Values.Sum();
        return
        [
            .. found
                .Select(e => new Entity
                {
                    Key = e.Key, Type = e.Value.Type, Name = e.Value.Name, Role = e.Value.Role, Mentions = e.Value.Mentions,
                    Salience = weights[e.Key] / total,
                })
                .OrderByDescending(entity => entity.Salience)
                .ThenBy(entity => entity.Key, StringComparer.Ordinal),
        ];
    }
}
