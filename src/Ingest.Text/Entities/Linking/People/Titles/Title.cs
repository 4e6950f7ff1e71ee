namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>The words around a name that tell what the person is.</summary>
/// <param name="Role">The office; null where the words tell none.</param>
/// <param name="Gender">The gender that the words tell.</param>
/// <param name="IsKin">The words introduce the person as somebody's kin.</param>
/// <param name="IsOver">The words tell the role in the past: "who was the second mate".</param>
internal readonly record struct Title(string? Role, Gender Gender, bool IsKin = false, bool IsOver = false);
