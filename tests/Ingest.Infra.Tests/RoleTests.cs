using System.Text.Json;

namespace Ingest.Infra.Tests;

/// <summary>Who may do what, where: the whole list, so that a role more or wider is a change of this file.</summary>
public sealed class RoleTests
{
    private const string App = "app";
    private const string Topic = "topic";
    private const string Operator = "operator";

    private static readonly Dictionary<string, string> Roles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["19e7f393-937e-4f77-808e-94535e297925"] = "Storage Queue Data Reader",
        ["76199698-9eea-4c19-bc75-cec21354c6b6"] = "Storage Table Data Reader",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"] = "Storage Queue Data Message Sender",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Each_may_do_what_it_does_and_where_it_does_it(string stage)
    {
        string[] expected =
        [
            "app: Monitoring Metrics Publisher on insights",
            "app: Storage Blob Data Contributor on data/extractions",
            "app: Storage Blob Data Owner on data/articles",
            "app: Storage Blob Data Owner on host",
            "app: Storage Queue Data Contributor on data/blob-deleted",
            "app: Storage Queue Data Contributor on data/blob-deleted-poison",
            "app: Storage Queue Data Contributor on data/webjobs-blobtrigger-poison",
            "app: Storage Queue Data Contributor on host",
            "app: Storage Table Data Contributor on data/Articles",
            "app: Storage Table Data Contributor on data/ArticlesByDay",
            "app: Storage Table Data Contributor on data/Failures",
            "app: Storage Table Data Contributor on data/MentionsByEntity",
            "app: Storage Table Data Contributor on data/QuotesBySpeaker",
            "app: Storage Table Data Contributor on host",
            "operator: Storage Blob Data Reader on data",
            "operator: Storage Queue Data Reader on data",
            "operator: Storage Table Data Reader on data",
            "topic: Storage Blob Data Contributor on data/deadletters",
            "topic: Storage Queue Data Message Sender on data/blob-deleted",
        ];

        var given = Snapshot.Of(stage).OfType("Microsoft.Authorization/roleAssignments").Select(Sentence).Order(StringComparer.Ordinal);

        Assert.Equal(expected.Order(StringComparer.Ordinal), given);
    }

    [SkippableFact]
    public async Task Only_an_operator_who_is_named_may_write()
    {
        BicepCli.SkipElsewhere();
        using var copy = new InfraCopy();
        var settings = new Dictionary<string, string> { ["INGEST_OPERATOR_ID"] = Installation.Operator };

        var (code, output) = await BicepCli.RunAsync(copy.Path, settings, Installation.Snapshot("dev.bicepparam", "overwrite"));

        Assert.True(code == 0, output);
        var roles = Snapshot.Of("dev", copy.Path).OfType("Microsoft.Authorization/roleAssignments").Select(Sentence);
        Assert.Equal(
            [
                "operator: Storage Blob Data Contributor on data",
                "operator: Storage Queue Data Contributor on data",
                "operator: Storage Table Data Contributor on data",
            ],
            roles.Where(role => role.StartsWith(Operator, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static string Sentence(JsonElement assignment) =>
        $"{Who(assignment.Text("principalId")!)}: {Roles[assignment.Text("roleDefinitionId")!.Split('/')[^1]]} on {Where(assignment.Id())}";

    private static string Who(string principal) =>
        principal == Installation.Operator ? Operator
        : principal.Contains("/userAssignedIdentities/id-ingest-", StringComparison.Ordinal) ? App
        : principal.Contains("/systemTopics/evgt-ingest-", StringComparison.Ordinal) ? Topic
        : principal;

    private static string Where(string id)
    {
        var scope = id[..id.IndexOf("/providers/Microsoft.Authorization/", StringComparison.Ordinal)].Split('/');
        var account =
            scope.FirstOrDefault(part => part.StartsWith("sthost", StringComparison.Ordinal)
                || part.StartsWith("stdata", StringComparison.Ordinal));
        if (account is null)
            return scope[^2] == "components" ? "insights" : string.Join('/', scope);
        return scope[^1] == account ? account[2..6] : account[2..6] + "/" + scope[^1];
    }
}
