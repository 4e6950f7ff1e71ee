using Ingest.Text.Documents;
using Ingest.Text.Entities.Linking;
using Ingest.Text.Entities.Linking.People;
using Ingest.Text.Entities.Linking.Pronouns;
using Ingest.Text.Entities.Linking.Things;

namespace Ingest.Text.Entities;

/// <summary>Joins the mentions of one article into the entities that a person would call the same.</summary>
public sealed class EntityLinker
{
    /// <summary>
    /// Entities by falling salience, then by key. Every given mention is in exactly one; pronouns and descriptions that surely mean one of
    /// them are added.
    /// </summary>
    /// <param name="doc">The article.</param>
    /// <param name="mentions">Those of names.</param>
    /// <param name="cancellationToken">Ends the work between two steps, or two paragraphs whose pronouns are linked.</param>
    public IReadOnlyList<Entity> Link(Document doc, IReadOnlyList<Mention> mentions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(doc);
        ArgumentNullException.ThrowIfNull(mentions);
        var people = new PersonLinker(doc, Gazetteer.Default).Link(mentions);
        cancellationToken.ThrowIfCancellationRequested();
        var scene = new Scene(doc);
        new PronounLinker(scene, new PhraseFinder(scene, Gazetteer.Default).Find(people)).Link(cancellationToken);
        foreach (var person in people)
            person.Mentions.Sort((a, b) => a.Span.CompareTo(b.Span));

        var found = new Dictionary<string, (EntityType Type, string Name, string? Role, List<Mention> Mentions)>(StringComparer.Ordinal);
        foreach (var person in people)
            Add(EntityType.Person, person.Name.Text, person.Role, person.Mentions);
        var things = new ThingLinker(doc).Link(mentions);
        cancellationToken.ThrowIfCancellationRequested();
        new ThingDescriptions(scene).Link(things);
        foreach (var thing in things)
            Add(thing.Type, thing.Name, null, thing.Mentions);

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

        // Two that are written so alike that their keys are the same are one.
        void Add(EntityType type, string name, string? role, List<Mention> entityMentions)
        {
            var key = EntityKey.Of(type, name);
            if (!found.TryGetValue(key, out var known))
            {
                found.Add(key, (type, name, role, entityMentions));
                return;
            }

            known.Mentions.AddRange(entityMentions);
            known.Mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
            found[key] = known with { Role = known.Role ?? role };
        }
    }
}
