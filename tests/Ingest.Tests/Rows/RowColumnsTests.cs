using System.Reflection;
using Azure;
using Ingest.Rows;

namespace Ingest.Tests.Rows;

/// <summary>A column that is forgotten where a row is written, or where it is read, is lost without a word.</summary>
public sealed class RowColumnsTests
{
    [Fact]
    public void All_of_an_article_comes_back()
    {
        var article = Article();

        var entity = article.ToEntity();
        (entity.Timestamp, entity.ETag) = (article.Written, article.ETag);

        AssertSame(article, entity.ToArticle());
    }

    [Fact]
    public void All_of_a_failure_comes_back()
    {
        var failure = Filled<FailureRow>();

        AssertSame(failure, FailureRow.Of(failure.ToEntity()));
    }

    [Fact]
    public void All_of_a_quote_comes_back()
    {
        var quote = Filled<QuoteRow>();

        AssertSame(quote, QuoteRow.Of(quote.WriteTo([])));
    }

    [Fact]
    public void A_view_says_of_the_article_what_its_row_says()
    {
        var (article, entity, quote) = (Article(), Filled<EntityRow>(), Filled<QuoteRow>());

        AssertTaken(DayRow.Of(DayRow.ToEntity(article)), article);
        AssertTaken(MentionRow.Of(MentionRow.ToEntity(article, entity)), entity, article);
        var spoken = SpokenRow.Of(SpokenRow.ToEntities(article, quote).First());
        AssertSame(quote, spoken.Quote);
        AssertTaken(spoken, article);
    }

    private static ArticleRow Article() => Filled<ArticleRow>() with
    {
        Published = "2024-05-01T10:00:00Z",
        Runs = [new OpenRun("1f", new RowsVersion("0x1", "1.0"), DateTimeOffset.UnixEpoch.AddHours(1))],
        Manifest = RowManifest.Of([new RowAddress(IngestTable.ArticlesByDay, "2024-05-01", "1f")]),
    };

    /// <summary>With another value in every property that can be set: a number, or its own name.</summary>
    private static T Filled<T>()
    {
        var properties = Settable(typeof(T));
        var constructor = typeof(T).GetConstructors().OrderByDescending(one => one.GetParameters().Length).First();
        var filled = (T)constructor.Invoke([.. constructor.GetParameters().Select(one => ValueOf(one.Name!, one.ParameterType))]);
        foreach (var (property, i) in properties.Select((property, i) => (property, i)))
        {
            if (ValueOf(property.Name, property.PropertyType, i + 1) is { } value)
                property.SetValue(filled, value);
        }

        return filled;
    }

    private static object? ValueOf(string name, Type type, int number = 1) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { IsEnum: true } some => Enum.GetValues(some).Cast<object>().Last(),
        var some when some == typeof(string) => name,
        var some when some == typeof(int) => number,
        var some when some == typeof(double) => number / 100.0,
        var some when some == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddDays(number),
        var some when some == typeof(ETag) => new ETag($"0x{number}"),
        _ => null,
    };

    private static PropertyInfo[] Settable(Type type) =>
        [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(property => property.SetMethod is not null)];

    private static void AssertSame<T>(T written, T read) => Assert.All(Settable(typeof(T)), property =>
    {
        var (before, after) = (property.GetValue(written), property.GetValue(read));
        Assert.False(IsDefault(before), $"{property.Name} isn't filled.");
        if (before is RowManifest manifest)
            Assert.True(manifest.HasSameRowsAs((RowManifest)after!), property.Name);
        else
            Assert.Equal(before, after);
    });

    /// <summary>
    /// Each value of the view, but for the quote in it, is that of the same name in the first of the sources that has one; the article's id
    /// has another there.
    /// </summary>
    private static void AssertTaken(object view, params object[] sources) => Assert.All(
        Settable(view.GetType()).Where(property => property.PropertyType != typeof(QuoteRow)),
        property =>
            Assert.Equal(
                sources.Select(source => Value(source, property.Name)).First(value => value is not null), property.GetValue(view)));

    private static object? Value(object source, string name) =>
        source.GetType()
            .GetProperty(
                source is ArticleRow && name == nameof(DayRow.ArticleId) ? nameof(ArticleRow.Id) : name,
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            ?.GetValue(source);

    private static bool IsDefault(object? value) => value is null or 0 or 0.0 || value.Equals(default(DateTimeOffset));
}
