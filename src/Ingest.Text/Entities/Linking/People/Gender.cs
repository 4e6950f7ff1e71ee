namespace Ingest.Text.Entities.Linking.People;

/// <summary>
/// A person's gender, as a text tells it by title, first name or pronoun. It serves to tell people apart and for nothing else.
/// </summary>
internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}
