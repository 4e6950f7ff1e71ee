using Ingest.Text.Entities.Linking.People.Titles;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>A mention of a person, with what its words and the words around it tell.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Name">The name of the mention, in parts.</param>
/// <param name="Title">The title around the mention.</param>
/// <param name="Gender">The gender by the title, else by the first name.</param>
internal readonly record struct NamedMention(Mention Mention, PersonName Name, Title Title, Gender Gender);
