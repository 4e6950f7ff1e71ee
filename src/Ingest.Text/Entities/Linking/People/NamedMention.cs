using Ingest.Text.Entities.Linking.People.Titles;

namespace Ingest.Text.Entities.Linking.People;

/// <summary>A mention of a person, with what its words and those around it tell.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Name">Its name, in parts.</param>
/// <param name="Title">What stands around it.</param>
/// <param name="Gender">By the title or, where that doesn't tell, the first name.</param>
internal readonly record struct NamedMention(Mention Mention, PersonName Name, Title Title, Gender Gender);
