namespace Ingest.Text.Articles;

/// <summary>A name that the file's own markup calls a person, an organisation or a place.</summary>
public sealed record GivenEntity(GivenKind Kind, string Name);

/// <summary>The name in lower case is the word of the JSON contract.</summary>
public enum GivenKind : byte
{
    Person,
    Organization,
    Location,
}
