package speech

import (
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
