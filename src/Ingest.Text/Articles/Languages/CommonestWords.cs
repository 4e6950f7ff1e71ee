using System.Collections.Frozen;

namespace Ingest.Text.Articles.Languages;

/// <summary>
/// The commonest words of languages that are written with blanks: articles, prepositions, pronouns, forms of "be" and "have".
/// They make up a third to a half of any prose and hardly a tenth of a text in another language.
/// </summary>
internal static class CommonestWords
{
    // In lower case. A word may belong to several languages; the sum decides.
    private static readonly (string Language, string Words)[] Lists =
    [
        ("en", "the of and to in a is that for it was on with as be at by this had not are but from or have an they which one were her all she there would their we him been has when who will more no if out so said what its about than into them can only other new some could time these two may then do first any my now such like our over me even most made after also did many before must through where much your well down should because each just those people how too us he his i you"),
        ("de", "der die das und ist in zu den von mit sich des auf für nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn ihre können im dem einen seine gegen vom unter ich wir ihr sagte"),
        ("fr", "le la les de des du un une et est en que qui dans il elle au aux pour pas par sur se ce plus ne avec son sa ses ont été mais nous vous ils leur cette sont comme ou où si deux même aussi après être fait avait était entre sans selon l d qu n s c a à y"),
        ("es", "el la los las de del un una y en que es se no por con para su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros fue han ser ha era según años tras a dijo"),
        ("pt", "o a os as de do da dos das um uma e em no na nos nas que é se não por com para ao à mais como mas foi ele ela seu sua ou quando muito já também só pelo pela até isso entre depois sem mesmo aos seus quem foram são está ser tem há era disse"),
        ("it", "il lo la i gli le di del della dei delle dello un una uno e è in che non per con da dal dalla si nel nella al alla ai sono come più ma anche su sul sulla ha hanno o se questo questa era stato stata essere tra due dopo anni suo sua l un d"),
        ("nl", "de het een en van in is dat op te zijn voor met die niet aan er om ook als dan maar bij door uit nog naar heeft hij wordt over worden ze werd deze tot was kan meer geen of hebben had ik we zich onder tegen na wel haar zou jaar"),
        ("sv", "och i att det som en på är av för med den till inte har de ett om han var men jag sig från vi så kan när hade nu ska skulle också efter eller vid mot hon över under ut mycket sina blev säger inom"),
        ("da", "og i at det er en til på som for med de den af ikke der har et om var han men sig fra vi kan så ud når skal vil havde efter også ved mod hun over eller blev være mere hvor siger deres"),
        ("no", "og i å det er en til på som for med de den av ikke har et om var han men seg fra vi kan så ut når skal vil hadde etter også ved mot hun over eller ble være mer hvor sier deres bli jeg"),
        ("fi", "ja on ei että se oli hän mutta ovat kun myös sen joka kuin niin ole mukaan sekä vain jos tai hänen ollut olisi voi jo he tämä mitä nyt vielä jälkeen kanssa vuoden koko tämän sitä siitä ne ovat"),
        ("pl", "w i na z nie się do że to jest o jak za po od ale co przez dla są tak już tym być może ma było był jego który która które oraz też tylko przed ich czy jej przy ze roku został"),
        ("cs", "a v na se je že to s z o do i ve za pro jako by si po od jsou byl však které ale není který podle už jeho při jen nebo také bylo být má k u ze před až jak tím která roce"),
        ("ro", "și de în la a cu pe nu o că din un este mai care pentru sunt fi s au ce să se prin fost lui ca dar după sau sa al ale pentru unei unui iar cel între ani"),
        ("hu", "a az és hogy nem is egy de ez volt meg csak mint már még el van azt ha sem vagy lesz azonban szerint után pedig között majd így akkor amely kell lehet mert"),
        ("tr", "ve bir bu da de için ile olarak çok daha olan gibi kadar en ne o ama sonra var mi ise ya her diye göre oldu ancak değil ki tarafından olduğunu dedi"),
        ("id", "yang dan di dengan untuk dari ini pada tidak itu dalam adalah akan ke juga oleh ada telah bisa mereka kami atau karena lebih sudah saat tersebut orang tahun menjadi seperti kepada para kata bahwa"),
        ("vi", "và của là có được trong cho không các một người với những đã này khi để đến từ về ra cũng tại như sẽ năm nhiều ở vào trên sau theo đó ông thì"),
        ("ru", "и в не на что с он как это по но из у за к от о для его все так же было она они мы был бы до или только при если уже который года после также были были может сказал"),
        ("uk", "і в не на що з він як це по але із у за до від для його та так же було вона вони ми був або тільки при якщо вже який року після також були може про є у через"),
        ("bg", "и в не на че с той как това по но от за до да се е са ще са му си при или след които който като беше през има само също за със към"),
        ("el", "και το να του η της με που την για από τον στο δεν οι τα είναι θα στη στην ο σε των ότι τους ένα μια έχει αλλά τις κατά"),
        ("ar", "في من على إلى أن عن مع التي الذي هذا هذه ما لا بعد كان قد بين كما قال ذلك لم كانت أو كل غير و هو هي"),
        ("fa", "و در به از که این را با است برای آن یک بود خود تا شد شده بر هم کرد های می نیز اما او"),
        ("he", "של את על לא הוא עם כי זה גם היא כל או אם אל אני יש בין רק אבל היה מה לפי אחרי"),
        ("hi", "के में की है और से का को पर ने कि यह हैं भी एक इस नहीं लिए था कर वह हो तो या गया कहा"),
    ];

    /// <summary>The languages of which a word is one.</summary>
    public static FrozenDictionary<string, byte[]>.AlternateLookup<ReadOnlySpan<char>> Languages { get; } =
        Lists.Index().SelectMany(list => list.Item.Words.Split(' ').Distinct().Select(word => (word, index: (byte)list.Index)))
            .GroupBy(pair => pair.word, pair => pair.index)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static int Count => Lists.Length;

    public static string Code(int language) => Lists[language].Language;
}
