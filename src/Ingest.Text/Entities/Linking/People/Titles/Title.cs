namespace Ingest.Text.Entities.Linking.People.Titles;

/// <summary>What stands around a name and says what its bearer is.</summary>
/// <param name="Role">The office; null where none is told.</param>
/// <param name="Gender">As the words tell.</param>
/// <param name="IsKin">Somebody's kin, who is named by them.</param>
/// <param name="IsOver">The role is told of in the past: "who was the second mate".</param>
internal readonly record struct Title(string? Role, Gender Gender, bool IsKin = false, bool IsOver = false);
