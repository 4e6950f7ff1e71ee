using System.Text;
using Ingest.Text.Articles;
using Ingest.Text.Articles.Languages;

namespace Ingest.Text.Tests.Articles.Languages;

public sealed class LanguageDetectorTests
{
    public static TheoryData<string, string> Sentences => new()
    {
        { "en", "The harbour master said on Friday that the pier would stay closed until the spring, and that nobody had been hurt." },
        { "de", "Die Fähre zwischen den beiden Städten fährt seit Montag wieder, nachdem sie einen Monat lang nicht im Wasser war." },
        { "fr", "Le bac qui relie les deux villes a repris son service lundi, après un mois passé dans le bassin de la compagnie." },
        { "es", "El transbordador que une las dos ciudades volvió a salir el lunes, después de un mes en el dique de la compañía." },
        { "pt", "A barca que liga as duas cidades voltou a navegar na segunda-feira, depois de um mês no estaleiro da empresa." },
        { "it", "Il traghetto che collega le due città è tornato in servizio lunedì, dopo un mese nel bacino della compagnia." },
        { "nl", "De veerboot tussen de twee steden vaart sinds maandag weer, nadat het schip een maand in het dok had gelegen." },
        { "sv", "Färjan mellan de två städerna går igen sedan i måndags, efter att ha legat en månad i dockan, och ingen skadades." },
        { "pl", "Prom między miastami znów pływa od poniedziałku, po tym jak przez miesiąc nie było go na jeziorze, ale nikt się nie skarży." },
        { "tr", "Feribot bir ay sonra pazartesi günü yeniden sefere başladı ve iki kent için bu çok önemli bir gün oldu." },
        { "ru", "Паром между двумя городами снова ходит с понедельника, после того как он месяц стоял в доке, и никто не пострадал." },
        { "uk", "Пором між двома містами знову ходить з понеділка, після того як він місяць стояв у доці, та ніхто не постраждав." },
        { "el", "Το πλοίο που συνδέει τις δύο πόλεις άρχισε και πάλι τα δρομολόγια τη Δευτέρα, μετά από ένα μήνα στο ναυπηγείο." },
        { "ar", "عادت العبارة إلى العمل يوم الاثنين بعد شهر من التوقف في الميناء، ولم يكن على متنها أي من السكان الذين اشتكوا من ذلك." },
        { "ja", "フェリーは一か月の修理を終えて月曜日に運航を再開した。けが人はいなかった。" },
        { "zh", "渡轮在船坞停留一个月后，于星期一恢复航行。没有人受伤。" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_language_shows_in_its_small_words(string language, string sentence) =>
        Assert.Equal(language, LanguageDetector.Of(sentence, declared: null));

    [Theory]
    [InlineData("FERRY RUNS AGAIN AFTER A MONTH IN THE DOCK, AND NOBODY WAS HURT WHEN THE ENGINE FAILED")]
    [InlineData("Angela Merkel met Frau von der Leyen and the mayor of Bad Homburg vor der Höhe in Berlin, said a spokesman for Die Zeit.")]
    [InlineData("“C'est la vie,” she said, and went back to the kitchen to see what was left of the soup.")]
    public void English_stays_English_whatever_stands_in_it(string text) =>
        Assert.Equal("en-GB", LanguageDetector.Of(text, "en-GB"));

    [Theory]
    [InlineData("Real Madrid 2 Real Sociedad 1; Atletico de Madrid 0 Deportivo de La Coruna 0; Rayo Vallecano 3 Racing de Santander 2")]
    [InlineData("Oster Vale Galt Quill Wynn Roe Aas Marchmain 14 17 21 3")]
    [InlineData("Danke!")]
    public void A_table_or_a_word_is_of_no_language(string text) => Assert.Null(LanguageDetector.Of(text, declared: null));

    [Fact]
    public void What_is_found_goes_before_what_is_declared()
    {
        var sentence = Sentences.First(row => (string)row[0] == "de")[1];

        Assert.Equal("de", LanguageDetector.Of((string)sentence, "en-US"));
        Assert.Equal("de-AT", LanguageDetector.Of((string)sentence, "de-AT"));
        Assert.Equal("de-AT", LanguageDetector.Of("Danke!", "de-AT"));
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Only_English_is_searched_for_names_and_quotes(string language, string sentence)
    {
        var article = ArticleReader.ReadVerbatim(Encoding.UTF8.GetBytes($"{sentence} “{sentence}” Angela Merkel, Donald Trump, Toyota."), "story.txt");

        var extraction = new Extractor().Extract(article, "story.txt");

        Assert.Equal(language, extraction.Article.Language);
        Assert.Equal(language == "en", extraction.Entities.Count > 0);
        Assert.Equal(article.Text, extraction.Article.Text);
    }
}
