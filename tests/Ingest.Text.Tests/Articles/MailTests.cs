using System.Text;
using Ingest.Text.Articles;

namespace Ingest.Text.Tests.Articles;

public sealed class MailTests
{
    private const string Body = "The ferry between Oster and Vale ran again on Monday after a month in the dock, to the relief of both towns.";

    [Fact]
    public void A_message_is_an_article_with_its_subject_sender_and_date()
    {
        var article = One($"""
            From: Jane Roe <jane@lakewire.example>
            To: desk@lakeside.example
            Subject: Fwd: =?utf-8?Q?Ferry_runs_again_=E2=80=94_at_last?=
            Date: Fri, 14 Mar 2025 18:42:00 +0100
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            {Body}

            =E2=80=9CIt is late,=E2=80=9D said Ada Wynn, who takes the ferry to school every single d=
            ay of the week.
            """);

        Assert.Equal(ArticleFormat.Mail, article.Format);
        Assert.Equal([Body, "“It is late,” said Ada Wynn, who takes the ferry to school every single day of the week."], Read.Paragraphs(article));
        Assert.Equal(("Ferry runs again — at last", "2025-03-14T18:42:00+01:00"), (article.Title, article.Published.ToString()));
        Assert.Equal(["Jane Roe"], article.Byline);
    }

    [Fact]
    public void Files_that_hang_on_a_message_are_articles_too()
    {
        var articles = ArticleReader.Read(Encoding.UTF8.GetBytes($$"""
            From: desk@lakewire.example
            Subject: Two stories
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b"

            --b
            Content-Type: text/plain

            Hi all
            --b
            Content-Type: application/json
            Content-Disposition: attachment; filename="dock.json"
            Content-Transfer-Encoding: base64

            {{Convert.ToBase64String(Encoding.UTF8.GetBytes($$"""{ "title": "Dock", "text": "{{Body}}" }"""))}}
            --b--
            """), "two.eml");

        Assert.Equal(["Dock"], articles.Select(article => article.Title));
    }

    [Fact]
    public void Each_message_of_a_mailbox_is_an_article()
    {
        string Message(string subject, string rest) =>
            $"From: Jane Roe <jane@lakewire.example>\nTo: desk@lakeside.example\nSubject: {subject}\nDate: Fri, 14 Mar 2025 18:42:00 +0100\n\n{Body}\n\n{rest}\n";
        var mailbox =
            $"From jane@lakewire.example Fri Mar 14 17:42:00 2025\n{Message("Ferry", ">From Tuesday on it runs twice an hour, the council of Vale said.")}\n"
            + $"From 1720@xxx Sat Mar 15 08:00:00 +0000 2025\r\n{Message("Dock", "From Monday to Friday the dock was closed, and nobody said why.")}";

        var articles = ArticleReader.Read(Encoding.UTF8.GetBytes(mailbox), "desk.mbox");

        Assert.Equal(["Ferry", "Dock"], articles.Select(article => article.Title));
        Assert.Equal(
            ["From Tuesday on it runs twice an hour, the council of Vale said.", "From Monday to Friday the dock was closed, and nobody said why."],
            articles.Select(article => Read.Paragraphs(article)[1]));
    }

    [Fact]
    public void A_mailbox_may_hold_one_message_and_times_in_it()
    {
        var mailbox = "From jane@lakewire.example Fri Mar 14 17:42:00 2025\nFrom: jane@lakewire.example\nTo: desk@lakeside.example\nSubject: Ferry\n\n"
            + $"{Body}\n\n>From Tuesday on it runs twice an hour, the council said.\n\nFrom Monday at 10:30 until the end of 2024 the ferry runs daily, said John Poe.\n";

        var article = Assert.Single(ArticleReader.Read(Encoding.UTF8.GetBytes(mailbox), "desk.mbox"));

        Assert.Equal(
            ["From Tuesday on it runs twice an hour, the council said.", "From Monday at 10:30 until the end of 2024 the ferry runs daily, said John Poe."],
            Read.Paragraphs(article).Skip(1));
    }

    [Fact]
    public void An_empty_message_of_a_mailbox_takes_nothing_of_the_next()
    {
        const string separator = "From jane@lakewire.example Fri Mar 14 17:42:00 2025\n";
        static string Message(string subject) => $"From: jane@lakewire.example\nTo: desk@lakeside.example\nSubject: {subject}\n\n{Body}\n\n";

        var contents = ArticleReader.Read(Encoding.UTF8.GetBytes($"{separator}{Message("Ferry")}{separator}\n{separator}{Message("Dock")}"), "desk.mbox");

        Assert.Equal(["Ferry", "Dock"], contents.Select(article => article.Title));
    }

    [Fact]
    public void What_cannot_be_read_of_a_mailbox_is_told_by_its_number()
    {
        const string separator = "From jane@lakewire.example Fri Mar 14 17:42:00 2025\n";
        var head = $"From: jane@lakewire.example\nTo: desk@lakeside.example\nSubject: Ferry\n\n";

        var contents = ArticleReader.Read(Encoding.UTF8.GetBytes($"{separator}{head}{Body}\n\n{separator}{head}\n"), "desk.mbox");

        Assert.Equal(["message 2"], contents.Unread.Select(file => file.Name));
        Assert.Single(contents);
    }

    [Fact]
    public void A_saved_page_is_a_page_with_its_address()
    {
        var article = One($"""
            From: <Saved by Blink>
            Snapshot-Content-Location: https://lakeside.example/ferry
            Subject: Ferry
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="b"

            --b
            Content-Type: text/html
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://lakeside.example/ferry

            <html><head><title>Ferry runs again | Lakeside Post</title></head><body><nav>Home</nav><h1>Ferry runs again</h1><p>{Body}</p><p class=3D"x">Commut=
            ers had driven around the lake since the engine failed.</p></body></html>
            --b
            Content-Type: image/gif
            Content-Location: https://lakeside.example/a.gif

            R0lGODlhAQABAAAAACw=
            --b--
            """);

        Assert.Equal(ArticleFormat.Html, article.Format);
        Assert.Equal([Body, "Commuters had driven around the lake since the engine failed."], Read.Paragraphs(article));
        Assert.Equal(("Ferry runs again", "https://lakeside.example/ferry"), (article.Title, article.Url));
    }

    [Fact]
    public void A_note_that_begins_like_mail_is_text() =>
        Assert.Equal(ArticleFormat.PlainText, Read.Text($"Subject: ferry\nDate: 14 March 2025\n\n{Body}").Format);

    private static Article One(string message) => Read.Bytes(Encoding.UTF8.GetBytes(message.ReplaceLineEndings("\r\n")), "message.eml");
}
