package provenance

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/comparison"
	"github.com/quoteprov/quoteprov/internal/detect"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

const heSaid = ",” he said. “"

// compared is a quote held to a source of its own, as short strings.
// A bar in the quote stands for the report's own "he said".
func compared(source, quote string) (Verdict, string) {
	ds, q, t := held(source, quote)
	if t == nil {
		return Unsupported, ""
	}
	var out []string
	for _, d := range ds {
		out = append(out, fmt.Sprintf("%s(%s<%s)", marked(d), q.Read(d.Report), t.Read(d.Source)))
	}
	return verdictOf(ds), strings.Join(out, " ")
}

// comparedKinds are the kinds of difference alone.
func comparedKinds(source, quote string) string {
	ds, _, _ := held(source, quote)
	var out []string
	for _, d := range ds {
		out = append(out, marked(d))
	}
	return strings.Join(out, " ")
}

func marked(d Difference) string {
	if d.Severity == Major {
		return string(d.Kind) + "!"
	}
	return string(d.Kind)
}

// held are the differences of a quote from a source, and the two; none of them
// where it has no place there.
func held(source, quote string) (ds []Difference, q, t *text.Document) {
	t, q = normalize.Text("source", []byte(source)), normalize.Text("quote", []byte(strings.ReplaceAll(quote, "|", heSaid)))
	var whole []text.Span
	for at, piece := range strings.SplitAfter(q.Text, heSaid) {
		start := 0
		if at > 0 {
			start = whole[at-1].End + len(heSaid)
		}
		whole = append(whole, text.Span{Start: start, End: start + len(strings.TrimSuffix(piece, heSaid))})
	}
	ms := align.NewIndex(t).Find(align.Query{Document: q, Spans: whole})
	if len(ms) == 0 {
		return nil, nil, nil
	}
	best := ms[max(0, slices.IndexFunc(ms, func(m align.Match) bool { return m.Accepted }))]
	return changesOf(q, whole, t, best), q, t
}

// changesOf are the differences of a quote from one place of a transcript.
func changesOf(q *text.Document, spans []text.Span, t *text.Document, m align.Match) []Difference {
	return changesAs(speech.Direct, false, q, spans, t, m)
}

func changesAs(kind speech.Kind, retold bool, q *text.Document, spans []text.Span, t *text.Document, m align.Match) (ds []Difference) {
	tied := pairing.Tie(q, spans, &pairing.Concordance{Doc: t}, nil, m)
	changes, _ := detect.Run(comparison.New(tied, kind, retold))
	for _, ch := range changes {
		ds = append(ds, Difference{Kind: ch.Kind, Severity: ch.Severity, Report: ch.Report, Source: ch.Source})
	}
	return ds
}

func TestCompare(t *testing.T) {
	for _, c := range []struct{ source, quote, verdict, want string }{
		// numbers
		{"The Vesk dam holds 250 million litres of water.", "The Vesk dam holds 350 million litres of water.", "altered", "number!(350 million<250 million)"},
		{"The Vesk dam holds two hundred and fifty litres of water.", "The Vesk dam holds 250 litres of water.", "edited", "number-style(250<two hundred and fifty)"},
		{"We spent 1.5 million crowns on the new bridge.", "We spent 1,500,000 crowns on the new bridge.", "edited", "number-style(1,500,000<1.5 million)"},
		{"The tax will rise from 5 to 7 percent in Orrin.", "The tax will rise from 7 to 5 percent in Orrin.", "altered", "number!(7<5) number!(5<7)"},
		{"Delegates from all the provinces have come to Tamsin.", "Hundreds of delegates from all the provinces have come to Tamsin.", "altered", "insertion!(Hundreds of<)"},
		{"Some 12 percent of the wells are dry this summer.", "Some 12% of the wells are dry this summer.", "edited", "number-style(%<percent)"},
		{"We sent ten ships north and one south.", "We sent one ship north and ten south.", "altered", "number!(one<ten) substitution(ship<ships) number!(ten<one)"},
		{"The bridge needs three guards, and the gate needs one.", "The bridge needs one guard, and the gate needs three.", "altered", "number!(one<three) substitution(guard<guards) number!(three<one)"},
		{"You asked for two reasons and I gave you one.", "You asked for one reason and I gave you two.", "altered", "number!(one<two) substitution(reason<reasons) number!(two<one)"},
		{"General Steyn asked for three more battalions, and I told him he could have one.", "General Steyn asked for one more battalion, and I told him he could have three.", "altered", "number!(one<three) substitution(battalion<battalions) number!(three<one)"},
		{"We sent ten ships north and one south.", "We sent one ship south and ten north.", "paraphrase", ""},
		{
			"It was a cold day.\n\n−4 degrees was enough to freeze the wells of Tamsin.",
			"−4 degrees was enough to freeze the wells of Tamsin.", "verbatim", "",
		},
		// dates
		{"The treaty was signed in Orrin on 4 March 1987.", "The treaty was signed in Orrin on 4 May 1987.", "altered", "date!(May<March)"},
		{"The council will meet again on Monday in Tamsin.", "The council will meet again on Tuesday in Tamsin.", "altered", "date!(Tuesday<Monday)"},
		{"The council may meet again before the summer.", "The council may meet again before the summer.", "verbatim", ""},
		// names
		{"The harbour of Tamsin belongs to the people of Varland.", "The harbour of Tamsin belongs to the people of Ostmark.", "altered", "name!(Ostmark<Varland)"},
		{"The harbour belongs to the European Union.", "The harbour belongs to the EU.", "edited", "spelling(EU<European Union)"},
		{"I thank Minister Steyn for his patience in this matter.", "I thank Minister [Hendrik] Steyn for his patience in this matter.", "edited", "bracket(Hendrik<)"},
		{"The programme was announced in the spring by the Ministry of Water and Land.", "The programme was announced in the spring by the Office of Roads and Rail.", "altered", "name!(Office of Roads and Rail<Ministry of Water and Land)"},
		{"The programme was announced by my colleague Leontine Abara in the spring.", "The programme was announced by my colleague Farida Wrenfield in the spring.", "altered", "name!(Farida Wrenfield<Leontine Abara)"},
		{"We thank Leontine Abara, Hendrik Steyn and all who came to Tamsin for the vote.", "We thank Farida Wrenfield, Jonas Brandt and all who came to Tamsin for the vote.", "altered", "name!(Farida Wrenfield<Leontine Abara) name!(Jonas Brandt<Hendrik Steyn)"},
		{"Under President Lindal the army of Varland doubled its budget.", "Under President Lundal the army of Varland doubled its budget.", "altered", "name!(Lundal<Lindal)"},
		{"Our troops in Niger will come home by Christmas.", "Our troops in Nigeria will come home by Christmas.", "altered", "name!(Nigeria<Niger)"},
		{"Our colleague Angela Wrenfield wrote me a letter about the canal.", "Our colleague Angelo Wrenfield wrote me a letter about the canal.", "altered", "name!(Angelo<Angela)"},
		{"The pilots of Vasdo will open their school on Tuesday.", "The pilots of Vardo will open their school on Tuesday.", "altered", "name!(Vardo<Vasdo)"},
		{"I met Sergey Wrenoff and Mahmoud Abara in the harbour of Tamsin.", "I met Sergei Wrenov and Mahmoud Abbara in the harbour of Tamsin.", "edited", "spelling(Sergei<Sergey) spelling(Wrenov<Wrenoff) spelling(Abbara<Abara)"},
		{"I met Muhammad Zelden and Josef Müllard in the harbour of Tamsin.", "I met Mohammed Zelden and Joseph Muellard in the harbour of Tamsin.", "edited", "spelling(Mohammed<Muhammad) spelling(Joseph<Josef) spelling(Muellard<Müllard)"},
		{"Last week I visited Tamsin and Orrin, and on Tuesday the first trains came.", "Last week I visited Orrin and Tamsin, and on Tuesday the first trains came.", "paraphrase", "order(Orrin and Tamsin<Tamsin and Orrin)"},
		{"Ambassador Berg and Ambassador Holt were recalled in the spring.", "Ambassador Holt and Ambassador Berg were recalled in the spring.", "paraphrase", "order(Ambassador Holt and Ambassador Berg<Ambassador Berg and Ambassador Holt)"},
		{"In the spring I praised Abara and Steyn praised me in the council.", "In the spring I praised Steyn and Abara praised me in the council.", "altered", ""},
		{
			"If Tamsin and Orrin agree, Orrin and Tamsin will pay for the dam.",
			"If Tamsin and Orrin agree, Orrin and Tamsin will pay for the dam.", "verbatim", "",
		},
		{"Nine in ten captains of Tamsin agree with me.", "Nine out of 10 captains of Tamsin agree with me.", "edited", ""},
		// negation
		{"We do not accept the terms of the Ostmark treaty.", "We do accept the terms of the Ostmark treaty.", "altered", "negation!(<not)"},
		{"We accept the terms of the Ostmark treaty.", "We don't accept the terms of the Ostmark treaty.", "altered", "negation!(don't<)"},
		{"We can't accept the terms of the Ostmark treaty.", "We cannot accept the terms of the Ostmark treaty.", "edited", "contraction(cannot<can't)"},
		{"It is likely that the springs will recover by May.", "It is unlikely that the springs will recover by May.", "altered", "antonym!(unlikely<likely)"},
		{"Visitors are NOT allowed to climb the Tamsin tower.", "Visitors are allowed to climb the Tamsin tower.", "altered", "negation!(<NOT)"},
		{"Visitors MUST leave the Tamsin tower before dusk.", "Visitors may leave the Tamsin tower before dusk.", "altered", "modality!(may<MUST)"},
		{"The harbour of Tamsin belongs to the US today.", "The harbour of Tamsin belongs to Varland today.", "altered", "name!(Varland<the US)"},
		{"We have never asked the farmers for money.", "We have asked the farmers for money.", "altered", "negation!(<never)"},
		{"Fifty-eight percent of the young people of Varland are not employed.", "Fifty-eight percent of the young people of Varland are working.", "altered", "negation!(<not) insertion!(working<)"},
		// quantifiers, modal verbs, opposites
		{"Most of the wells in the valley are dry.", "All of the wells in the valley are dry.", "altered", "quantifier!(All<Most)"},
		{"The minister may close the Sennet road for a day.", "The minister will close the Sennet road for a day.", "altered", "modality!(will<may)"},
		{"Members should declare what they own before the vote.", "Members must declare what they own before the vote.", "altered", "modality!(must<should)"},
		{"The price of water will increase before the summer.", "The price of water will decrease before the summer.", "altered", "antonym!(decrease<increase)"},
		{"The first reading was quiet and orderly.", "The last reading was quiet and orderly.", "altered", "antonym!(last<first)"},
		{"At least 300 farmers came to the meeting in Sennet.", "Up to 300 farmers came to the meeting in Sennet.", "altered", "quantifier!(Up to<At least)"},
		// words put in, left out, put for others
		{"The ministry will publish the report on the dam.", "The ministry will publish the secret report on the dam.", "altered", "insertion!(secret<)"},
		{"Farmers carried the water home in buckets.", "They carried the water home in buckets.", "altered", "substitution!(They<Farmers)"},
		{"The engineers inspected the pumps in the valley.", "The engineers destroyed the pumps in the valley.", "altered", "substitution!(destroyed<inspected)"},
		// conventions
		{"The bill is, you know, not a perfect bill for the valley.", "The bill is not a perfect bill for the valley.", "edited", "filler(<you know)"},
		{"The water bill, as every member knows, is a good one for Varland.", "The water bill … is a good one for Varland.", "edited", "ellipsis( … <as every member knows)"},
		{"We will win, we will build, we will stay.", "We will win … we will stay.", "edited", "ellipsis( … <we will build)"},
		{"Since Friday it is, uh, it is 1,860 in the whole valley.", "Since Friday it is 1,860 in the whole valley.", "edited", "filler(<it is, uh)"},
		{"He honours the labour of our neighbours.", "He honors the labor of our neighbors.", "edited", "spelling(honors<honours) spelling(labor<labour) spelling(neighbors<neighbours)"},
		{"Today I, I think the bill is a good one.", "Today I think the bill is a good one.", "edited", "filler(<I)"},
		{"He signed it in the morning.", "[The minister] signed it in the morning.", "edited", "bracket(The minister<He)"},
		{"The minister signed it on 1 January in Tamsin.", "The minister signed it on January 1 in Tamsin.", "edited", "number-style(January 1<1 January)"},
		{"The hospital will stay open through the winter.", "The hospital will [not] stay open through the winter.", "altered", "negation!(not<)"},
		{"The hospital will stay open through the winter.", "The hospital [might] stay open through the winter.", "altered", "modality!(might<will)"},
		{"The hospital will stay open through the winter.", "The hospital [would] stay open through the winter.", "edited", "bracket(would<will)"},
		{"The hospital won't stay open through the winter.", "The hospital [will not] stay open through the winter.", "edited", ""},
		{"We sold nine boats to Varland in the spring.", "We sold [ninety] boats to Varland in the spring.", "altered", "number!(ninety<nine)"},
		{"We sold nine boats to Varland in the spring.", "We sold nine boats to [Kestria] in the spring.", "altered", "name!(Kestria<Varland)"},
		{"We sold nine boats to them in the spring.", "We sold nine boats to [Kestria] in the spring.", "edited", "bracket(Kestria<them)"},
		{"Leontine Abara spoke. In the spring Leontine signed the treaty with Ostmark in the harbour of Tamsin.", "In the spring [Abara] signed the treaty with Ostmark in the harbour of Tamsin.", "edited", "bracket(Abara<Leontine)"},
		{"The council met on Monday in the harbour of Tamsin.", "The council met on [Tuesday] in the harbour of Tamsin.", "altered", "date!(Tuesday<Monday)"},
		{"The old bridge of Sennet was closed in the spring.", "The old bridge [which was never repaired] of Sennet was closed in the spring.", "edited", "bracket(which was never repaired<)"},
		{"In the spring the minister opened the sluices of Tamsin.", "The minister opened the sluices of Tamsin in the spring.", "paraphrase", "order(in the spring<In the spring)"},
		{"Minister Steyn has accused Ostmark of stealing from Varland.", "Minister Steyn has accused Varland of stealing from Ostmark.", "altered", "name!(Varland<Ostmark) name!(Ostmark<Varland)"},
		{"So the minister signed it in the end.", "[T]he minister signed it in the end.", "edited", "bracket(T<the)"},
		{"We must protect the well-being of our co-operative and the e-mail service of the port.", "We must protect the wellbeing of our cooperative and the email service of the port.", "edited", "spelling(wellbeing<well-being) spelling(cooperative<co-operative) spelling(email<e-mail)"},
		{"The US and the UK have sent us nine engineers and Dr. Steyn.", "The United States and the United Kingdom have sent us nine engineers and Doctor Steyn.", "edited", "spelling(United States<US) spelling(United Kingdom<UK) spelling(Doctor<Dr)"},
		{"The dam was damn near finished when the frigging engineers left the valley.", "The dam was d--- near finished when the fr**ging engineers left the valley.", "edited", "spelling(d<damn) spelling(fr**ging<frigging)"},
		{"The damned dam was finished when the engineers left the valley of Sennet.", "The d---ing dam was finished when the engineers left the valley of Sennet.", "altered", ""},
		{"The old dam was finished--the engineers left the valley of Sennet in May.", "The old mill was finished--the engineers left the valley of Sennet in May.", "altered", "substitution!(mill<dam)"},
		// cuts and joints
		{"We will support the bill if clause 7 is struck out.", "We will support the bill.", "altered", "truncation!(<if clause 7 is struck out)"},
		{"I do not believe that the springs will recover this year.", "The springs will recover this year.", "altered", "truncation!(<I do not believe that)"},
		{"If it rains in May, we will open the sluices again.", "We will open the sluices again.", "altered", "truncation!(<If it rains in May)"},
		{"The water bill, unless the house agrees to it, is dead in this valley.", "The water bill … is dead in this valley.", "altered", "ellipsis( … <unless the house agrees to it) truncation!(<unless the house agrees to it)"},
		{"The dam is safe today. The engineers have looked at each stone of it twice this month. The road beside it will be closed.", "The dam is safe today. The road beside it will be closed.", "altered", "splice!(<The engineers have looked at each stone of it twice this month)"},
		{"The dam is safe today for all who live below it. " + strings.Repeat("Nobody asked about fish. ", 6) + "Its nine guards will stay in the valley.", "The dam is safe today for all who live below it. Its nine guards will stay in the valley.", "altered", ""},
		{"Last year many people told us that the dam would not survive the winter.", "The dam would not survive the winter.", "altered", "truncation!(<Last year many people told us that)"},
		{"A word about the charge that the fund is an instrument of one town.", "The fund is an instrument of one town.", "altered", "truncation!(<A word about the charge that)"},
		{"In May I hope to be able to report that not one well in the valley is dry.", "Not one well in the valley is dry.", "altered", "truncation!(<In May I hope to be able to report that)"},
		{"Critics argue that the water bill will ruin the farmers.", "The water bill will ruin the farmers.", "altered", "truncation!(<Critics argue that)"},
		{"I do not doubt that the springs of Tamsin will recover.", "The springs of Tamsin will recover.", "verbatim", ""},
		{"I am convinced that the springs of Tamsin will recover.", "The springs of Tamsin will recover.", "verbatim", ""},
		{"Let me tell you that the springs of Tamsin will recover.", "The springs of Tamsin will recover.", "verbatim", ""},
		{"They know that the springs of Tamsin will recover.", "The springs of Tamsin will recover.", "verbatim", ""},
		// phrases that have changed places
		{"The council of Tamsin wants to replace agreed fees by the word of the mayor.", "The council of Tamsin wants to replace the word of the mayor by agreed fees.", "altered", "order!(the word of the mayor<agreed fees) order!(agreed fees<the word of the mayor)"},
		{"Two thirds of that sum will be paid by the bank of Orrin, the rest by us.", "Two thirds of that sum will be paid by us, the rest by the bank of Orrin.", "altered", "order!(us<the bank of Orrin) order!(the bank of Orrin<us)"},
		{"We sell bread and milk and books in the harbour of Tamsin.", "We sell milk and bread and books in the harbour of Tamsin.", "paraphrase", ""},
		{"If I wanted something – I never wanted it – but if I wanted something, I paid for it.", "If I wanted something – I never wanted it – but if I wanted something, I paid for it.", "verbatim", ""},
		// "he said" between the pieces
		{"We shall repair the dam at Tamsin. I was asked about the old mill. It will be torn down in May.", "We shall repair the dam at Tamsin|It will be torn down in May.", "altered", "splice!(<I was asked about the old mill)"},
		{"We shall repair the dam at Tamsin. If the banks lend again, we will finish nine new wells by May.", "We shall repair the dam at Tamsin … nine new wells by May.", "altered", "ellipsis( … <If the banks lend again, we will finish) truncation!(<If the banks lend again, we will finish)"},
		{"We shall repair the dam at Tamsin. I do not believe that the old bridge will fall.", "We shall repair the dam at Tamsin … the old bridge will fall.", "altered", "ellipsis( … <I do not believe that) truncation!(<I do not believe that)"},
		{"We shall repair the dam at Tamsin. In the same year we will dig nine new wells.", "We shall repair the dam at Tamsin … we will dig nine new wells.", "edited", "ellipsis( … <In the same year)"},
		{"We shall repair the dam at Tamsin. It is old. It will be closed in May for the work.", "We shall repair the dam at Tamsin|It will be closed in May for the work.", "edited", "ellipsis(,” he said. “<It is old)"},
		{"We shall repair the dam at Tamsin. I was asked about the old mill. The mill will be torn down in May.", "We shall repair the dam at Tamsin|The mill will be torn down in May.", "edited", "ellipsis(,” he said. “<I was asked about the old mill)"},
		{"We shall repair the dam at Tamsin. I was asked about the old mill. It is time to tear it down.", "We shall repair the dam at Tamsin|It is time to tear it down.", "edited", "ellipsis(,” he said. “<I was asked about the old mill)"},
		{"We shall pay nine crowns to the fund in May, and as much next year, provided that Ostmark pays too. The mill will be torn down.", "We shall pay nine crowns to the fund in May|The mill will be torn down.", "altered", "ellipsis(,” he said. “<and as much next year, provided that Ostmark pays too) truncation!(<provided that Ostmark pays too)"},
		{"The dam is safe today. The engineers have looked at it. The road beside it will be closed.", "The road beside it will be closed. The dam is safe today.", "altered", "splice!(<The dam is safe today. The engineers have looked at it. The road beside it will be closed)"},
	} {
		v, got := compared(c.source, c.quote)
		if string(v) != c.verdict || got != c.want && c.want != "" || c.want == "" && c.verdict == "verbatim" && got != "" {
			t.Errorf("%s\n%s\n got %s %s\nwant %s %s", c.source, c.quote, v, got, c.verdict, c.want)
		}
	}
}
