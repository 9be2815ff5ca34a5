package speech

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// render writes the quotes of a report as "kind speaker<mention>: span | span".
func render(d *text.Document, quotes []Quote) string {
	var lines []string
	for _, q := range quotes {
		var spans []string
		for _, s := range q.Spans {
			spans = append(spans, d.Read(s))
		}
		who := "-"
		if q.Speaker != nil {
			who = fmt.Sprintf("%s<%s>", q.Speaker.Name, d.Read(q.Speaker.Mention))
		}
		kind := [...]string{"direct", "partial", "indirect"}[q.Kind]
		lines = append(lines, kind+" "+who+": "+strings.Join(spans, " | "))
	}
	return strings.Join(lines, "\n")
}

// TestFirst: the first quotes of real reports are the same, however many are wanted, and
// those in which a quote goes on behind a statement, in the next sentence and block.
func TestFirst(t *testing.T) {
	reports := []string{
		"“We go,” Ada Lund said. She said that it was late. “We stay.”\n\nShe said that it rains.\n",
		"“We go.\n\n“We said that it is late.\n\n“We stay,” Ada Lund said. She said that it rains. “So.”\n",
		"> We go.\n\n> We stay.\n\nAda Lund said that it rains. “So,” she said, “we go.”\n",
	}
	files, err := filepath.Glob("../testdata/reports/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no reports")
	}
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		reports = append(reports, string(src))
	}
	for _, r := range reports {
		d := normalize.Text("report.txt", []byte(r))
		checkFirst(t, d, Quotes(d))
	}
}

func TestQuotesInMarks(t *testing.T) {
	for _, c := range []struct{ name, report, want string }{
		{"after", `“We will build the dam,” said Varland’s energy minister, Ada Lund.`,
			`direct Ada Lund<Ada Lund>: We will build the dam,`},
		{"interrupted", `"We will build the dam," Ada Lund said, "and we will pay for it."`,
			`direct Ada Lund<Ada Lund>: We will build the dam, | and we will pay for it.`},
		{"resumed", `"We will build the dam," Ada Lund said. "We will pay for it."`,
			`direct Ada Lund<Ada Lund>: We will build the dam, | We will pay for it.`},
		{"each with its own", `"We will build the dam," Ada Lund said. "We will pay for it," she added.`,
			"direct Ada Lund<Ada Lund>: We will build the dam,\ndirect Ada Lund<she>: We will pay for it,"},
		{"partial", `President Ada Lund said the plan was “a gift to the valley.”`,
			`partial Ada Lund<President Ada Lund>: a gift to the valley.`},
		{"paragraphs", "“We will build the dam,” Ada Lund said. “It is late.\n“But not too late.”",
			`direct Ada Lund<Ada Lund>: We will build the dam, | It is late. | But not too late.`},
		{"goes on", "“We will build the dam,” Ada Lund said.\n\n“It is not too late for us.”",
			"direct Ada Lund<Ada Lund>: We will build the dam,\ndirect Ada Lund<>: It is not too late for us."},
		{"missing end", `“We will build the dam, she said.`, `direct <she>: We will build the dam,`},
		{"title", `Ada Lund took part in the action “People of the Valley” and left.`, ``},
		{"so-called", `The so-called “valley pact” was signed.`, ``},
		{"apostrophes", `The farmers' leader, Jan Holt, didn't like Lund's plan.`, ``},
		{"inches", `Jan Holt carried a 12" pipe. "It is heavy," he said.`, `direct Jan Holt<he>: It is heavy,`},
		{"inches in a quote", `Ada Lund, a 6'2" farmer, said: "It's 5" too long," and left.`, `direct Ada Lund<Ada Lund>: It's 5" too long,`},
		{"a year", `"We won in 2012," Ada Lund said. "And in 2016"`, `direct Ada Lund<Ada Lund>: We won in 2012, | And in 2016`},
		{"missing end, full name", `“We will build the dam, Minister Ada Lund said on Friday.`, `direct Ada Lund<Minister Ada Lund>: We will build the dam,`},
		{"missing mark, new paragraph", "“The dam is old. “It must go,” said Jan Holt.\n\n“It is late,” said Ada Lund.",
			"direct -: The dam is old.\ndirect Jan Holt<Jan Holt>: It must go,\ndirect Ada Lund<Ada Lund>: It is late,"},
		{"mirrored", `»We will build the dam«, said Ada Lund. ”We will pay for it”, said Jan Holt.`,
			"direct Ada Lund<Ada Lund>: We will build the dam\ndirect Jan Holt<Jan Holt>: We will pay for it"},
		{"corners", `「We will build the dam」, said Ada Lund.`, `direct Ada Lund<Ada Lund>: We will build the dam`},
		{"accents as marks", "``We will build the dam,'' Ada Lund said.", `direct Ada Lund<Ada Lund>: We will build the dam,`},
		{"nested", `“Jan said, ‘We will not go,’ and I said, “Why not?”” Ada Lund recalled.`,
			`direct Ada Lund<Ada Lund>: Jan said, ‘We will not go,’ and I said, “Why not?”`},
		{"single", `'The farmers’ dam must go,' said Jan Holt.`, `direct Jan Holt<Jan Holt>: The farmers’ dam must go,`},
		{"behind a term", `He left without a word. “The dam must go,” said Jan Holt.`, `direct Jan Holt<Jan Holt>: The dam must go,`},
		{"single, two possessives", `‘The farmers’ markets’ stalls stay, and the dam must go,’ said Jan Holt.`,
			`direct Jan Holt<Jan Holt>: The farmers’ markets’ stalls stay, and the dam must go,`},
		{"guillemets", `«We will build the dam,» said Ada Lund.`, `direct Ada Lund<Ada Lund>: We will build the dam,`},
		{"low marks", `„We will build the dam“, said Ada Lund.`, `direct Ada Lund<Ada Lund>: We will build the dam`},
		{"according to", `According to Lund, the valley needs “a second dam.”`, `partial Lund<Lund>: a second dam.`},
		{"went on to say", `Ada Lund went on to say that the dam “held the valley together.”`, `partial Ada Lund<Ada Lund>: held the valley together.`},
		{"apposition", `“The dam must go,” said the mayor of Harl, Jan Holt.`, `direct Jan Holt<Jan Holt>: The dam must go,`},
		{"appositions", `Jan Holt, mayor of the old town of Harl, a valley town, said the dam was “a gift to nobody.”`, `partial Jan Holt<Jan Holt>: a gift to nobody.`},
		{"relative", `Jan Holt, who said the dam was “a gift to nobody,” left.`, `partial Jan Holt<who>: a gift to nobody,`},
		{"adding", `Jan Holt left the hall, adding: “The dam must go.”`, `direct Jan Holt<Jan Holt>: The dam must go.`},
		{"colon", "Jan Holt left the hall and said:\n\n“The dam must go.”", `direct Jan Holt<Jan Holt>: The dam must go.`},
		{"might be said", `Ministers expect that voters will say “enough of the dam.”`, `partial -: enough of the dam.`},
		{"in its own sentence", `Jan Holt met Ada Lund. Mayor Berta Sand said she thought the dam was “a gift to nobody.”`, `partial Berta Sand<Mayor Berta Sand>: a gift to nobody.`},
		{"adding", `“The dam must go,” Jan Holt said, adding “it is too late.”`, "direct Jan Holt<Jan Holt>: The dam must go,\ndirect Jan Holt<Jan Holt>: it is too late."},
		{"somebody else between", "“The dam must go,” Jan Holt said. Minister Ada Lund was silent. “It is too late for us.”",
			"direct Jan Holt<Jan Holt>: The dam must go,\ndirect -: It is too late for us."},
		{"a body's name", `The Justice Department said the dam was “a gift to the valley.”`, `partial Justice Department<Justice Department>: a gift to the valley.`},
		{"title with a stop", `Ada Lund said it in a book titled “The Long Dam.”`, ``},
		{"two spoke", "“The dam must go,” Jan Holt said, and Tomas Renn said “the valley is lost.”\n\n“It is too late for us,” he said.",
			"direct Jan Holt<Jan Holt>: The dam must go,\ndirect Tomas Renn<Tomas Renn>: the valley is lost.\ndirect <he>: It is too late for us,"},
		{"citing", `Jan Holt, citing “the magic of the dam,” said the mayor could be in a good position.`, `partial -: the magic of the dam,`},
		{"no inversion", `Mayor Jan Holt, who lives in Harl, said Lund's remarks “have had a wide reach.”`, `partial Jan Holt<Mayor Jan Holt>: have had a wide reach.`},
		{"a verb no list has", `Minister Ada Lund emailed her voters: “The dam must go.”`, `direct Ada Lund<Minister Ada Lund>: The dam must go.`},
		{"signature", "“The dam must go. It is too late.”\n\n— Ada Lund\n\nMinister Ada Lund left.", `direct Ada Lund<Ada Lund>: The dam must go. It is too late.`},
		{"a place is nobody", "Reporters went to San Harl. San Harl was hot. “It is too late,” he said.", `direct <he>: It is too late,`},
		{"a thing is nobody", `A gesture of hers said “the dam must go.”`, `direct <A gesture of hers>: the dam must go.`},
		{"headline", "Ten More Harsh Things Ada Lund Said: “The Dam Must Go”\n\nMinister Ada Lund was in Harl.", `direct Ada Lund<Ten More Harsh Things Ada Lund Said>: The Dam Must Go`},
		{"no comma before the speaker", "Ada Lund is the mayor. “The dam is a battle of stones” Jan Holt said.", `direct Jan Holt<Jan Holt>: The dam is a battle of stones`},
		{"in a clause that depends", `Even as Ada Lund claimed on Tuesday that “the dam leaked far less,” one of its builders said that it was dry.`, `partial Ada Lund<Ada Lund>: the dam leaked far less,`},
		{"a clause cut in", `Jan Holt, who has called the dam “a gift to nobody,” portrayed his own town as its victim.`, `partial Jan Holt<who>: a gift to nobody,`},
		{"what somebody called", `In 2009, under what Jan Holt called “the old rules,” the Harl Rowing Club admitted women, it said.`, `partial Jan Holt<Jan Holt>: the old rules,`},
		{"and another", `The dam, Ada Lund said, would hold, and Jan Holt calling it “a gift to nobody.”`, `partial Jan Holt<Jan Holt>: a gift to nobody.`},
		{"nobody by name", "Some of the farmers wrote to the mayor. Yet another said, “The dam must go.”", `direct <another>: The dam must go.`},
		{"role", "Foreign Minister Ada Lund met Jan Holt.\n\n“We agree on the dam,” the minister said.",
			`direct Ada Lund<the minister>: We agree on the dam,`},
		{"spokesman", `“We agree on the dam,” said a spokesman for Ada Lund.`,
			`direct spokesman for Ada Lund<a spokesman for Ada Lund>: We agree on the dam,`},
	} {
		d := normalize.Text(c.name, []byte(c.report))
		var marked []Quote
		for _, q := range Quotes(d) {
			if q.Kind != Indirect {
				marked = append(marked, q)
			}
		}
		if got := render(d, marked); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.report, got, c.want)
		}
	}
}

func TestStatements(t *testing.T) {
	for _, c := range []struct{ name, report, want string }{
		{"that", `Ada Lund said that the dam would hold.`, `indirect Ada Lund<Ada Lund>: the dam would hold`},
		{"bare", `Ada Lund said the dam would hold.`, `indirect Ada Lund<Ada Lund>: the dam would hold`},
		{"told", `Ada Lund told reporters on Friday that the dam would hold.`, `indirect Ada Lund<Ada Lund>: the dam would hold`},
		{"trailing", `The dam would hold for years, Ada Lund said at a meeting with mayors.`, `indirect Ada Lund<Ada Lund>: The dam would hold for years`},
		{"inverted", `The dam would hold for years, said Ada Lund.`, `indirect Ada Lund<Ada Lund>: The dam would hold for years`},
		{"in the middle", `The dam, Ada Lund said, would hold for years.`, `indirect Ada Lund<Ada Lund>: The dam | would hold for years`},
		{"source", `According to Ada Lund, the dam would hold.`, `indirect Ada Lund<Ada Lund>: the dam would hold`},
		{"another's report", `The crew had not reported any cracks, Ada Lund said on Friday.`, `indirect Ada Lund<Ada Lund>: The crew had not reported any cracks`},
		{"another's statement", `Jan Holt said that the dam would hold, said Ada Lund.`, `indirect Jan Holt<Jan Holt>: the dam would hold`},
		{"source behind", `The dam would hold, according to Ada Lund.`, `indirect Ada Lund<Ada Lund>: The dam would hold`},
		{"participle", `Noting that the dam was old, Ada Lund said it would hold.`,
			"indirect Ada Lund<Ada Lund>: the dam was old\nindirect Ada Lund<Ada Lund>: it would hold"},
		{"chain", `Ada Lund said the dam would hold and added that nobody need worry.`,
			"indirect Ada Lund<Ada Lund>: the dam would hold\nindirect Ada Lund<Ada Lund>: nobody need worry"},
		{"promise", `Ada Lund promised to mend the dam.`, `indirect Ada Lund<Ada Lund>: to mend the dam`},
		{"after a preposition", `They found thousands of stones that the river had turned over, he said.`, `indirect <he>: They found thousands of stones that the river had turned over`},
		{"a longer subject", `The dam would hold for years, the old Harl Water Board reported on Tuesday.`, `indirect Harl Water Board<Harl Water Board>: The dam would hold for years`},
		{"told somebody", `The dam would hold for years, a builder told The Harl Gazette.`, `indirect <a builder>: The dam would hold for years`},
		{"a rough number", `In Harl, about half of the voters said they wanted another dam.`, `indirect half of the voters<half of the voters>: they wanted another dam`},
		{"a source of no office", `The dam would hold for years, according to soundings of the county.`, `indirect <soundings of the county>: The dam would hold for years`},
		{"around marks", `The dam of Harl is “a gift to nobody,” Ada Lund said.`, "indirect Ada Lund<Ada Lund>: The dam of Harl is “a gift to nobody,”\npartial Ada Lund<Ada Lund>: a gift to nobody,"},
		{"around marks, inverted", `The dam of Harl is “a gift to nobody,” said Ada Lund, a farmer.`, "indirect Ada Lund<Ada Lund>: The dam of Harl is “a gift to nobody,”\npartial Ada Lund<Ada Lund>: a gift to nobody,"},
		{"who she is", `The dam would hold for years, said Ada Lund, a farmer who lives below it.`, `indirect Ada Lund<Ada Lund>: The dam would hold for years`},
		{"what he does", `The dam would hold for years, Jan Holt said, wiping his boots on the mat.`, `indirect Jan Holt<Jan Holt>: The dam would hold for years`},
		{"a number", `About three in 10 said they wanted another dam.`, `indirect <three>: they wanted another dam`},
		{"at least", `The Harl Gazette reported at least six dams had leaked since May.`, `indirect Harl Gazette<Harl Gazette>: at least six dams had leaked since May`},
		{"in a statement", `Ada Lund said in a statement on Friday night they pulled down the old dam for good.`, `indirect Ada Lund<Ada Lund>: they pulled down the old dam for good`},
		{"half a word", `The council held dam-related talks with farmers of the valley.`, ``},
		{"a time before", `At one point, Ada Lund said, she was thinking of another dam.`, `indirect Ada Lund<Ada Lund>: At one point | she was thinking of another dam`},
		{"another speaks", `Ada Lund said the dam would hold, and other mayors said it might not.`, "indirect Ada Lund<Ada Lund>: the dam would hold\nindirect other mayors<other mayors>: it might not"},
		{"the reporter goes on", `Ada Lund said the dam would hold, and she left the hall.`, `indirect Ada Lund<Ada Lund>: the dam would hold`},
		{"a word for a noun", `Ada Lund counted her 20 pledged votes of the valley.`, ``},
		{"attitude", `Ada Lund hopes that the dam will hold.`, ``},
		{"noun", `The state officials saw two points in the reports on the dam.`, ``},
	} {
		d := normalize.Text(c.name, []byte("The dam of Harl\n\n"+c.report))
		if got := render(d, Quotes(d)); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.report, got, c.want)
		}
	}
}

func TestWordsSetOff(t *testing.T) {
	d := normalize.Text("x", []byte("Ada Lund wrote to the council:\n\nThe dam will hold for years to come.\n\nIt is late, and the rain comes soon. — Jan Holt\n\nThe council met on Friday."))
	d.Blocks[1].Kind, d.Blocks[2].Kind = text.Blockquote, text.Blockquote
	want := "direct Ada Lund<Ada Lund>: The dam will hold for years to come.\ndirect Jan Holt<Jan Holt>: It is late, and the rain comes soon."
	if got := render(d, Quotes(d)); got != want {
		t.Errorf("block quotes: got %s\nwant %s", got, want)
	}
	d = normalize.Text("x", []byte("The dam will hold, says the minister\n\nGazette: Will the dam hold?\n\nAda Lund: It will hold, “for ever” as they say.\n\nWe have seen every stone of it.\n\nGazette: And who pays?\n\nAda Lund: The valley pays for it.\n\nQuestion: Thank you.\n\nAda Lund: I thank you for your questions.\n"))
	want = "direct Ada Lund<Ada Lund:>: It will hold, “for ever” as they say.\ndirect Ada Lund<>: We have seen every stone of it.\ndirect Ada Lund<Ada Lund:>: The valley pays for it.\ndirect Ada Lund<Ada Lund:>: I thank you for your questions."
	var answers []Quote
	for _, q := range Quotes(d) {
		if q.Speaker.Name != "Gazette" {
			answers = append(answers, q)
		}
	}
	if got := render(d, answers); got != want {
		t.Errorf("interview: got %s\nwant %s", got, want)
	}
	d = normalize.Text("x", []byte("… — …"))
	d.Blocks = []text.Block{{Span: text.Span{End: len(d.Text)}, Kind: text.Blockquote}}
	if got := render(d, Quotes(d)); got != "" {
		t.Errorf("a block quote without words: got %s", got)
	}
}

// TestQuotesAsTheyAreWritten reads quotes as pages, mails and saved sources set them.
func TestQuotesAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct{ name, report, want string }{
		{"single marks in a row", `‘We will build the dam’, Ada Lund said. ‘Last year it leaked and nobody came.’`,
			`direct Ada Lund<Ada Lund>: We will build the dam | Last year it leaked and nobody came.`},
		{"a single mark behind an s", `‘We close the harbours’, Ada Lund said. ‘Nobody came.’`,
			`direct Ada Lund<Ada Lund>: We close the harbours | Nobody came.`},
		{"single marks behind an s", `Ada Lund said it would stand ‘for hours’ and go ‘by the spring.’`,
			"indirect Ada Lund<Ada Lund>: it would stand ‘for hours’ and go ‘by the spring.’\n" +
				"partial Ada Lund<Ada Lund>: for hours\n" + `partial Ada Lund<Ada Lund>: by the spring.`},
		{"entities", `&quot;We will build the dam,&quot; Ada Lund said. &ldquo;That&#39;s final.&rdquo;`,
			`direct Ada Lund<Ada Lund>: We will build the dam, | That's final.`},
		{"numbers of letters", `&#8220;We will build the dam,&#8221; Ada Lund said.`, `direct Ada Lund<Ada Lund>: We will build the dam,`},
		{"a Markdown quote", "Ada Lund said:\n\n> We will build the dam in spring.\n\nThat was all.", `direct Ada Lund<Ada Lund>: We will build the dam in spring.`},
		{"a Markdown quote of two lines", "Ada Lund said:\n\n> \"We will close four of the nine berths,\n> and we will not open them again.\"\n\nThat was all.",
			`direct Ada Lund<Ada Lund>: We will close four of the nine berths, | and we will not open them again.`},
		{"a letter in brackets", `“[W]e will build the dam,” Ada Lund said. “[I]t is late.”`, `direct Ada Lund<Ada Lund>: [W]e will build the dam, | [I]t is late.`},
		{"a label with an aside", `SEN. LUND, in the response: "We will build the dam in the spring."`, `direct LUND<SEN. LUND>: We will build the dam in the spring.`},
	} {
		d := normalize.Text(c.name, []byte(c.report))
		if got := render(d, Quotes(d)); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.report, got, c.want)
		}
	}
}

// TestNameBelow reads the name under a block quote, be it set aside or kept.
func TestNameBelow(t *testing.T) {
	d := normalize.Text("x", []byte("The council met on Friday in the hall.\n\nThe dam will hold for years to come.\n\nAda Lund, harbour master\n\nThe council met again on Monday.\n\nIt is late, and the rain comes soon.\n\nJan Holt\n\nThat was all that was said."))
	for i := range d.Blocks {
		switch s := d.Read(d.Blocks[i].Span); {
		case strings.HasPrefix(s, "The dam"), strings.HasPrefix(s, "It is late"), s == "Jan Holt":
			d.Blocks[i].Kind = text.Blockquote
		}
	}
	got := render(d, Quotes(d))
	if want := "direct Jan Holt<Jan Holt>: It is late, and the rain comes soon."; !strings.HasSuffix(got, want) {
		t.Errorf("got %s\nwant at the end %s", got, want)
	}
}

// TestNameInQuote reads the name that ends a block quote as no words of it.
func TestNameInQuote(t *testing.T) {
	d := normalize.Text("x", []byte("Ada Lund spoke in the hall on Friday.\n\nThe dam will hold for years to come.\n\nAda Lund, harbour master\n\nThe rain comes soon, and it will be long.\n\nJan Holt, of the council\n\nThat was all."))
	for i := 1; i < len(d.Blocks)-1; i++ {
		d.Blocks[i].Kind = text.Blockquote
	}
	got := render(d, Quotes(d))
	want := "direct Ada Lund<Ada Lund>: The dam will hold for years to come.\ndirect Jan Holt<Jan Holt>: The rain comes soon, and it will be long."
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestNamedBehind leads a pronoun to nobody who is named only behind it.
func TestNamedBehind(t *testing.T) {
	d := normalize.Text("report", []byte("Ada Lund left the hall.\n\nShe said she trusted Jan Holt, who had told her that the dam was “a gift to nobody.”"))
	n := 0
	for _, q := range Quotes(d) {
		if q.Kind == Indirect {
			if n++; q.Speaker == nil || q.Speaker.Name != "Ada Lund" {
				t.Errorf("the statement is given to %+v", q.Speaker)
			}
		}
	}
	if n != 1 {
		t.Errorf("%d statements, want one", n)
	}
}
