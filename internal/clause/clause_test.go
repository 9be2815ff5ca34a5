package clause_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/clause"
	"github.com/quoteprov/quoteprov/internal/degree"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/internal/reading/readingtest"
)

// parted is a text with a bar before one of its words, and the number of that word.
func parted(t *testing.T, s string) (*reading.Run, int) {
	before, after, ok := strings.Cut(s, "|")
	if !ok {
		t.Fatalf("%q has no bar", s)
	}
	return readingtest.Speech(before + after), len(readingtest.Speech(before).Tokens)
}

// TestLimit: how much what stands behind the bar takes back.
func TestLimit(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"We sell the granary| without the land around it.", "major"},
		{"We rebuild the lighthouse| without raising the harbour dues.", ""},
		{"We will sign the lease| once the council has voted.", "major"},
		{"I met the bishop| once in Orrin.", ""},
		{"We will not raise the price| before the summer.", "major"},
		{"We raised the price| before the summer.", ""},
		{"The harbour is closed to all ships| that burn coal.", "major"},
		{"The harbour is closed to all ships,| which burn coal.", ""},
		{"The chancellor has fled,| they say.", "major"},
		{"The guilds are reformed| in theory.", "major"},
		{"I support the treaty,| but not in this form.", "major"},
		{"I support the treaty,| but I will not sign it.", "major"},
		{"The dam is old,| but Ostmark has never asked for help.", "minor"},
		{"It is not merely a goal,| but a duty.", ""},
		{"We open the sluices in May,| and the mills in June.", ""},
		{"The mayor stole the bells,| allegedly.", "major"},
		{"The bridge is named after him,| if I remember rightly.", ""},
		{"The miners go back to work,| or else we close the pit.", "major"},
		{"The miners go back to work,| or so they say.", "major"},
		{"The miners go back to work| or to the sea.", ""},
		{"It was a theft,| or should I say a robbery.", ""},
		{"We will open the bridge,| not the tunnel.", ""},
		{"We will open the bridge,| not this year.", "major"},
	} {
		r, j := parted(t, c.text)
		if got := string(clause.Limit(r, j, len(r.Tokens))); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestGoverns: whether what stands before the bar governs what follows.
func TestGoverns(t *testing.T) {
	for _, c := range []struct {
		text string
		want bool
	}{
		{"I do not believe that |the granaries are empty.", true},
		{"They say that |the carters pay.", true},
		{"If the winter is hard, |the houses will be closed.", true},
		{"Suppose that |the keepers strike.", true},
		{"Only |companies of fifty workers will pay.", true},
		{"Some of the |teachers want to come back.", true},
		{"Under no circumstances will |we sell the waterworks.", true},
		{"Is there anyone who believes that |the strike will last?", true},
		{"As rumour has it, |the chancellor is dying.", true},
		{"It would be nice if |the trains ran on time.", true},
		{"What I will not do is |cut the wages.", true},
		{"The brother of |the mayor stole the bells.", true},
		{"The owner of the mill and of |the ferry sold both.", true},
		{"Nobody in |the council sold the ferry.", true},
		{"All of |the miners have left.", false},
		{"On behalf of the town |the mayor signed the treaty.", false},
		{"We spoke about |the mayor, who stole the bells.", false},
		{"I was mayor before |the council sold the ferry.", false},
		{"I will resign on the day when |the miners close the pit.", true},
		{"I remember the morning when |the miners closed the pit.", false},
		{"I will show you the room where |he hid the bells.", false},
		{"It will be said that |the banks pay.", true},
		{"It must be said that |the banks pay.", false},
		{"I have no time for anybody who says that |the banks pay.", true},
		{"Those of us who say that |the banks pay.", false},
		{"When I was young I thought that |the sea had no end.", true},
		{"My critics are certain that |the wells are dry.", true},
		{"Nobody with eyes in his head can believe that |the wells are dry.", true},
		{"My grandmother used to say that |the sea gives.", false},
		{"The census proves that |the villages grow.", false},
		{"Nobody denies that |the prison was cruel.", false},
		{"Even if it rains, |the procession will take place.", false},
		{"Then |companies of fifty workers will pay.", false},
		{"Because of the storm, |the regatta was moved.", false},
		{"You can be sure that |the money is there.", false},
	} {
		r, lo := parted(t, c.text)
		if got := clause.Governs(r, r.SentenceStart(lo), lo, clause.Quoted{}); got != c.want {
			t.Errorf("%q: %v", c.text, got)
		}
	}
}

// TestBeside: a sentence beside the one with the bar that takes it back, or that
// it hangs on.
func TestBeside(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The island is |ours. But only on paper.", "But only on paper"},
		{"The general is a |hero. So says the general.", "So says the general"},
		{"Every soldier is |paid. This is false.", "This is false"},
		{"The dam is |safe. It is not.", "It is not"},
		{"They |pay. They do not.", "They do not"},
		{"The gates are |open. If they ask for it.", "If they ask for it"},
		{"The prison is |full. That is not my fault.", ""},
		{"The strike ended on |Sunday. It did not end well.", ""},
		{"The yards are |full. It makes me proud.", ""},
		{"Suppose that the bank fails. |Its owners would not be rescued.", "Suppose that the bank fails"},
		{"The bank fails. |Its owners would not be rescued.", ""},
	} {
		r, j := parted(t, c.text)
		got := ""
		if s, ok := clause.TakenBackAfter(r, r.SentenceEnd(j)-1); ok {
			got = r.Doc.Read(s)
		} else if s, ok := clause.SupposedBefore(r, j); ok {
			got = r.Doc.Read(s)
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestGaps: of the words between the bars, the limit of what stands before them and
// the negator of what follows.
func TestGaps(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The bill, |unless the house agrees to it, |is dead.", "unless the house agrees to it / "},
		{"The bill, |as every member knows, |is dead.", " / "},
		{"I |do not |support the plan.", " / not"},
		{"We shall |never in our lives |support the plan.", " / never"},
		{"We shall not, |and I say this to him, |support the plan.", " / "},
		{"We |not only |support the plan.", " / "},
	} {
		parts := strings.Split(c.text, "|")
		r := readingtest.Speech(strings.Join(parts, ""))
		gap := reading.Range{Start: len(readingtest.Speech(parts[0]).Tokens)}
		gap.End = gap.Start + len(readingtest.Speech(parts[1]).Tokens)
		limit := clause.LimitIn(r, gap)
		got := reading.Joined(r.Tokens[limit.Start:limit.End]) + " / " + r.At(clause.NegatorIn(r, gap))
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestShares: of how much of its subject a sentence speaks, by what stands before
// the bar.
func TestShares(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Half of |the wells are dry.", "half of quantifier"},
		{"None of |the bridges were closed.", "none of negation"},
		{"The lack of |rain ruined the gardens.", "lack of negation"},
		{"Only a few of |the tanners voted.", "only a few of quantifier"},
		{"All of |the cannons are rusty.", ""},
		{"Today |the wells are dry.", ""},
	} {
		r, lo := parted(t, c.text)
		at, kind := degree.ShareCut(r, 0, lo)
		got := strings.TrimSpace(reading.Joined(r.Tokens[at.Start:at.End]) + " " + string(kind))
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestAlternative: what the quote between the bars leaves out of a sentence of which one
// half comes about.
func TestAlternative(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Either the bank pays or |we close the school|.", "Either the bank pays or"},
		{"Either |the bank pays |or we close the school.", "or we close the school"},
		{"Either |the bank pays or we close the school|.", ""},
		{"The miners go back, or else |we close the pit|.", "The miners go back, or else"},
		{"We sold the mill or |the ferry|.", ""},
		{"Whether it rains or |we close the sluices|, the fields are dry.", ""},
		{"The bank pays and |we close the school|.", ""},
	} {
		parts := strings.Split(c.text, "|")
		r := readingtest.Speech(strings.Join(parts, ""))
		lo := len(readingtest.Speech(parts[0]).Tokens)
		got := ""
		if at := clause.Alternative(r, lo, lo+len(readingtest.Speech(parts[1]).Tokens)-1); at.Len() > 0 {
			got = r.Doc.Read(r.SpanOf(at))
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// TestNeedNotBe: the sentence before “who” that says that there need be nobody.
func TestNeedNotBe(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"We do not need a mayor |who sold the ferry.", "We do not need"},
		{"I would dismiss anybody |who sold the ferry.", "I would dismiss"},
		{"I know a nurse |who sold the ferry.", ""},
		{"We do not need the mayor |who sold the ferry.", ""},
	} {
		r, j := parted(t, c.text)
		got := ""
		if at := clause.NeedNotBe(r, j); at.Len() > 0 {
			got = r.Doc.Read(r.SpanOf(at))
		}
		if got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
