using System.Text.RegularExpressions;

namespace Ingest.Text.Tests;

/// <summary>The flow goes one way: a stage knows the stages before it and never one after it.</summary>
public sealed class FlowTests
{
    [Theory]
    [InlineData("src/Ingest.Text", "Ingest.Text", new[] { "Articles", "Documents", "Entities", "Quotes" })]
    [InlineData("src/Ingest", "Ingest", new[] { "Blobs", "Rows", "Tables", "Audit" })]
    // Within a stage, its folders; what stands beside them puts them together.
    [InlineData("src/Ingest.Text/Entities", "Ingest.Text.Entities", new[] { "Words", "Tagging", "Names", "Linking" })]
    [InlineData("src/Ingest.Text/Entities/Linking", "Ingest.Text.Entities.Linking", new[] { "People", "Things", "Pronouns" })]
    [InlineData("src/Ingest.Text/Quotes", "Ingest.Text.Quotes", new[] { "Words", "Rules", "Tagging", "Speakers" })]
    public void A_stage_knows_only_the_stages_before_it(string project, string root, string[] stages)
    {
        var backwards =
            from stage in stages.Index()
            from file in Directory.EnumerateFiles(Path.Combine(Tree.Root, project, stage.Item), "*.cs", SearchOption.AllDirectories)
            from later in stages.Skip(stage.Index + 1)
            where Regex.IsMatch(File.ReadAllText(file), $@"\b{Regex.Escape(root)}\.{later}\b", RegexOptions.None, TimeSpan.FromSeconds(1))
            select $"{Path.GetRelativePath(Tree.Root, file)} knows {later}";

        Assert.Empty(backwards);
    }
}
