package speech

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/normalize/captions"
)

// TestLabelsBehindMarkup reads the speakers of captions behind their fonts and places.
func TestLabelsBehindMarkup(t *testing.T) {
	src := "1\n00:00:01,000 --> 00:00:04,000\n<font color=\"#ffff00\">>> ADA LUND: We will keep it.</font>\n\n" +
		"2\n00:00:04,000 --> 00:00:06,000\n{\\an8}>> TOM OKE: Who pays?\n\n" +
		"3\n00:00:06,000 --> 00:00:08,000\n>> ADA LUND: The valley.\n"
	d, err := normalize.Read("x.srt", []byte(src), captions.Read)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, turn := range Turns(d) {
		got = append(got, turn.Speaker)
	}
	if len(got) != 3 || got[0] != "ADA LUND" || got[1] != "TOM OKE" || got[2] != "ADA LUND" {
		t.Errorf("%q", got)
	}
}

// TestColumns takes the number of a record's column for no speaker.
func TestColumns(t *testing.T) {
	d := normalize.Text("x", []byte("Ada Lund: We will keep the ferry.\n\nColumn 421\n\nIt is late.\n\nTom Oke: Who pays?\n\n"+
		"Column 422WH\n\nI ask again.\n\nAda Lund: The valley."))
	want := "Ada Lund: We will … is late.\nTom Oke: Who pays? … ask again.\nAda Lund: The valley."
	if got := renderTurns(d, Turns(d)); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// TestNamesAgainBeginNoTurn: who is named at each line of a recording has one turn, and no
// line of it looks like a label that was not read.
func TestNamesAgainBeginNoTurn(t *testing.T) {
	var b strings.Builder
	for i, said := range []string{
		"The dam is old, and", "Nobody has looked at", "it since the flood.", "40 houses stand below.", "Trust nobody here.", "I do.",
	} {
		who := []string{"Ada Lund", "Jan Holt"}[i/3]
		fmt.Fprintf(&b, "0:%02d %s: %s\n0:%02d %s: %s\n", 4*i, who, said, 4*i+2, who, "Many will say so.")
	}
	d := normalize.Text("t", []byte(b.String()))
	turns := Turns(d)
	if got := Unread(d, turns); len(turns) != 2 || got != "" {
		t.Errorf("%d turns, unread %q", len(turns), got)
	}
}
