namespace Ingest.Text.Entities.Linking.People;

/// <summary>
/// What a text tells of a person's gender by title, first name or pronoun; it serves to tell people apart and goes no further.
/// </summary>
internal enum Gender : byte
{
    Unknown,
    Male,
    Female,
}
