package provenance

import (
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/speech"
)

// TestPassedOn: what the transcript gives to somebody cited may be quoted as his, and not as
// the speaker's own.
func TestPassedOn(t *testing.T) {
	const said = `Statement by Ingrid Solheim, mayor of Lomm

Thirty years ago, in this very hall, my predecessor said: "We shall not sell the mill to strangers." I have read the record.

The engineer came to see me. He said that the dam had stood for ninety years and would stand for another two. My mother used to tell us that a closed school is a letter to the future. I called her up. She said, "Count the boats before you sell the quay, Ingrid." And she hung up on me. Then an old woman came up to me at the gate, and she said, "They were my brothers and nobody says their names."

Petter Dahl, of the upper valley, sold his herd in May. He wrote to me. He said, "I am not leaving the land, the land was taken off me on a form." I would like that to be heard.`
	for _, c := range []struct {
		report string
		want   Verdict
	}{
		{`“We shall not sell the mill to strangers,” Solheim quoted her predecessor as saying.`, Verbatim},
		{`“We shall not sell the mill to strangers,” Ingrid Solheim said.`, Altered},
		{`“We shall not sell the mill to strangers,” Ingrid Solheim was quoted as saying.`, Altered},
		{`Ingrid Solheim described the engineer's dam as safe: “The dam had stood for ninety years and would stand for another two.”`, Altered},
		{`Ingrid Solheim, who has read his letter, said: “The dam had stood for ninety years and would stand for another two.”`, Altered},
		{`The engineer had said that “the dam had stood for ninety years and would stand for another two,” Ingrid Solheim told the hall.`, Verbatim},
		{`“The dam had stood for ninety years and would stand for another two,” Ingrid Solheim said.`, Altered},
		{`Her mother believed, Ingrid Solheim said, that “a closed school is a letter to the future.”`, Verbatim},
		{`Solheim remembered the engineer, who told her, she said: “The dam had stood for ninety years.”`, Verbatim},
		{`An engineer came and said that “the dam had stood for ninety years and would stand for another two,” according to Ingrid Solheim.`, Verbatim},
		{`She told her: “Count the boats before you sell the quay, Ingrid.”`, Verbatim},
		{`Petter Dahl wrote: “I am not leaving the land, the land was taken off me on a form.”`, Verbatim},
		{`Ingrid Solheim read from a letter: “I am not leaving the land, the land was taken off me on a form.”`, Verbatim},
		{`An engineer at the dam had told her: “The dam had stood for ninety years and would stand for another two.”`, Verbatim},
		{`An old woman had told her at a gate: “They were my brothers and nobody says their names.”`, Verbatim},
		{`A fisherman had told her at a quay: “They were my brothers and nobody says their names.”`, Altered},
		{`Mayor Solheim spoke at the gate and said: “They were my brothers and nobody says their names.”`, Altered},
		{`Dam minister Ingrid Solheim said: “The dam had stood for ninety years and would stand for another two.”`, Altered},
		{`Solheim told an old woman: “They were my brothers and nobody says their names.”`, Altered},
		{`Ingrid Solheim read a letter from a herdsman: “I am not leaving the land, the land was taken off me on a form.”`, Verbatim},
		{`Ingrid Solheim read out a letter: “I am not leaving the land, the land was taken off me on a form.”`, Verbatim},
	} {
		r := Check(normalize.Text("report.txt", []byte(c.report)), normalize.Text("speech.txt", []byte(said)))
		for _, f := range r.Findings {
			if f.Quote.Kind != speech.Indirect && f.Verdict != c.want {
				t.Errorf("%s\n got %v, want %v: %+v", c.report, f.Verdict, c.want, f.Differences)
			}
		}
	}
}

// TestCitedNoLonger: behind the mark that closes what somebody is cited with, the speaker's own
// words go on.
func TestCitedNoLonger(t *testing.T) {
	const said = `Ruth Dahl: Jon Moe called me. He said, ‘That isn’t fair on the harbour at all.’ The harbour will have to pay for its own lights from May on.

Jon Moe: It will not.`
	for _, c := range []struct {
		report string
		want   Verdict
	}{
		{`Jon Moe said: “That isn’t fair on the harbour at all.”`, Verbatim},
		{`Jon Moe said: “The harbour will have to pay for its own lights from May on.”`, Altered},
	} {
		r := Check(normalize.Text("report.txt", []byte(c.report)), normalize.Text("record.txt", []byte(said)))
		if f := r.Findings[0]; f.Verdict != c.want {
			t.Errorf("%s\n got %v, want %v: %+v", c.report, f.Verdict, c.want, f.Differences)
		}
	}
}

// TestSaidOfAnother: what a speaker has another say, who speaks too, may be quoted as his where
// the report says who has him say it.
func TestSaidOfAnother(t *testing.T) {
	const said = `Petter Dahl: I have said nothing for a year about the boiler in the library, and it was wise.

Ruth Dahl-Moe: In spring you told the club, quote, give me the key and I will mend it myself, all of it.`
	for _, c := range []struct {
		report string
		want   Verdict
	}{
		{`Petter Dahl, she said, had told the club: “Give me the key and I will mend it myself, all of it.”`, Verbatim},
		{`Petter Dahl told the club: “Give me the key and I will mend it myself, all of it.”`, Altered},
		{`Petter Dahl, a member of the board, told the club: “Give me the key and I will mend it myself, all of it.”`, Altered},
	} {
		r := Check(normalize.Text("report.txt", []byte(c.report)), normalize.Text("record.txt", []byte(said)))
		if f := r.Findings[len(r.Findings)-1]; f.Verdict != c.want {
			t.Errorf("%s\n got %v, want %v: %+v", c.report, f.Verdict, c.want, f.Differences)
		}
	}
}

// TestOneFamily: of two speakers with one family name the one who is named in full is meant.
func TestOneFamily(t *testing.T) {
	const said = `Petter Dahl: I could not disagree more with what was said about the boiler in the library.

Ruth Dahl: The library has a boiler from before the war, and the inspector gave it two winters.

Petter Dahl: Then mend the boiler, Ruth.`
	for _, c := range []struct {
		report string
		want   Verdict
	}{
		{`“The library has a boiler from before the war, and the inspector gave it two winters,” Ruth Dahl said.`, Verbatim},
		{`“The library has a boiler from before the war, and the inspector gave it two winters,” Ms. Dahl said.`, Verbatim},
		{`“The library has a boiler from before the war, and the inspector gave it two winters,” Petter Dahl said.`, Altered},
	} {
		r := Check(normalize.Text("report.txt", []byte(c.report)), normalize.Text("record.txt", []byte(said)))
		if f := r.Findings[0]; f.Verdict != c.want {
			t.Errorf("%s\n got %v, want %v: %+v", c.report, f.Verdict, c.want, f.Differences)
		}
	}
}

// TestLetter: the words of a letter that is read out within a turn are those of who sent it,
// and words that somebody is quoted with are his.
func TestLetter(t *testing.T) {
	const said = `Chair Jon Moe: The clerk has a letter from the head of the school, Dr. Solheim. Would you read it?

Clerk Ruth Dahl: I will. "Dear members, we are asking for a new roof over the northern wing of the school. The roof was put up in a hurry after the war. Respectfully, Ingrid Solheim, Head." That is the whole of it, and I have a copy for every member of the board here.

Chair Jon Moe: In the words of old Petter Lund, who taught me to sail: "The rope that you never looked at is the one that breaks."`
	for _, c := range []struct {
		report string
		want   Verdict
	}{
		{`Dr. Solheim wrote that “the roof was put up in a hurry after the war.”`, Verbatim},
		{`“We are asking for a new roof over the northern wing of the school,” Ingrid Solheim wrote.`, Verbatim},
		{`“We are asking for a new roof over the northern wing of the school,” Jon Moe said.`, Altered},
		{`“I have a copy for every member of the board here,” Ingrid Solheim wrote.`, Altered},
		{`Jon Moe, who had read the letter from the school, was clear: “I have a copy for every member of the board here.”`, Altered},
		{`Jon Moe read the letter from the school and was clear: “I have a copy for every member of the board here.”`, Altered},
		{`Jon Moe closed with the words of his teacher, Petter Lund: “The rope that you never looked at is the one that breaks.”`, Verbatim},
		{`“The rope that you never looked at is the one that breaks,” Jon Moe said.`, Altered},
	} {
		r := Check(normalize.Text("report.txt", []byte(c.report)), normalize.Text("record.txt", []byte(said)))
		for _, f := range r.Findings {
			if f.Quote.Kind != speech.Indirect && f.Verdict != c.want {
				t.Errorf("%s\n got %v, want %v: %+v", c.report, f.Verdict, c.want, f.Differences)
			}
		}
	}
}

// TestConditionToldBefore: a condition that the report's sentence before has told is not cut
// off.
func TestConditionToldBefore(t *testing.T) {
	const said = `Ruth Dahl: If you are late for the boat you get a letter, you take it to the office in Lomm, and they give you a seat on the next one.`
	for _, c := range []struct {
		report string
		want   Verdict
	}{
		{`Whoever was late for the boat would get a letter. “You take it to the office in Lomm, and they give you a seat on the next one,” Dahl said.`, Verbatim},
		{`A letter was late, and the boat had left. “You take it to the office in Lomm, and they give you a seat on the next one,” Dahl said.`, Altered},
		{`Dahl told of the harbour. “You take it to the office in Lomm, and they give you a seat on the next one,” Dahl said.`, Altered},
	} {
		r := Check(normalize.Text("report.txt", []byte(c.report)), normalize.Text("record.txt", []byte(said)))
		for _, f := range r.Findings {
			if f.Quote.Kind != speech.Indirect && f.Verdict != c.want {
				t.Errorf("%s\n got %v, want %v: %+v", c.report, f.Verdict, c.want, f.Differences)
			}
		}
	}
}

// TestHeadNames: whom else the head of a statement names did not make it.
func TestHeadNames(t *testing.T) {
	const said = `Press statement by Mayor Ada Lund after talks with Jon Moe of the guild

4 October 2025

We spoke of the ferry, urged by Jon Moe. The miners will be paid before the winter, every one of them.`
	for _, c := range []struct {
		report string
		want   Verdict
	}{
		{`“The miners will be paid before the winter, every one of them,” Ada Lund said.`, Verbatim},
		{`“The miners will be paid before the winter, every one of them,” Jon Moe said.`, Altered},
	} {
		r := Check(normalize.Text("report.txt", []byte(c.report)), normalize.Text("record.txt", []byte(said)))
		if f := r.Findings[0]; f.Verdict != c.want {
			t.Errorf("%s\n got %v, want %v: %+v", c.report, f.Verdict, c.want, f.Differences)
		}
	}
}

// TestReadBy: a body's statement may be quoted as that of whom its head names, who reads it.
func TestReadBy(t *testing.T) {
	const said = `Statement of the Trustees of the Holloway Gallery

Read by the Chair, Sir Edmund Thrale, on 3 October 2025

Ladies and gentlemen, thank you for coming. Some will say that this opens the door to a great many others. I hope it does, with all my heart.`
	for _, c := range []struct {
		report string
		want   Verdict
	}{
		{`“Some will say that this opens the door to a great many others,” Sir Edmund Thrale said.`, Verbatim},
		{`“Some will say that this opens the door to a great many others,” Petter Dahl said.`, Altered},
	} {
		r := Check(normalize.Text("report.txt", []byte(c.report)), normalize.Text("record.txt", []byte(said)))
		if f := r.Findings[0]; f.Verdict != c.want {
			t.Errorf("%s\n got %v, want %v: %+v", c.report, f.Verdict, c.want, f.Differences)
		}
	}
}
