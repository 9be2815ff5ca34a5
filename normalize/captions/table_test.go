package captions

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
)

// TestTable reads tables of captions of several makers: the words, who says them and when.
func TestTable(t *testing.T) {
	want := "+ We will build the bridge, and we will not wait.\n+ Who said “it is dear”?\n"
	for _, src := range []string{
		"start,end,speaker,text\n1.0,3.5,Ada Lund,\"We will build the bridge,\"\n3.5,5,Ada Lund,and we will not wait.\n" +
			"5.0,6.0,Tom Oke,Who said “it is dear”?\n",
		"\ufeffText;Speaker;Start (s);End (s)\r\n\"We will build\r\nthe bridge,\";Ada Lund;1;3.5\r\n" +
			"and we will not wait.;Ada Lund;3.5;5\r\nWho said “it is dear”?;Tom Oke;5;6",
		"start_time,end_time,speaker_name,transcript\n00:00:01.000,00:00:03.500,Ada Lund,We will build the bridge, and we\n" +
			"00:00:03.500,00:00:05.000,Ada Lund,will not wait.\n00:00:05.000,00:00:06.000,Tom Oke,Who said “it is dear”?\n",
		"start\tend\tspeaker\ttext\n1000\t3500\tAda Lund\tWe will build the bridge,\n3500\t5000\t\tand we will not wait.\n" +
			"5000\t6000\tTom Oke\tWho said “it is dear”?\n",
	} {
		d, err := normalize.Read("t", []byte(src), ReadTable)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(show(d), "\r\n", " "); got[:min(len(got), len(want))] != want {
			t.Errorf("%q:\n%s", src, got)
		}
		voices := ""
		for _, a := range d.Anchors {
			voices += fmt.Sprint(a.From.Milliseconds(), a.Voice, ";")
		}
		if want := "1000Ada Lund;3500Ada Lund;5000Tom Oke;"; strings.Replace(voices, "00;", "00Ada Lund;", 1) != want {
			t.Errorf("%q: %s", src, voices)
		}
		for i, w := range d.Words {
			if f := d.File(w.Span()); src[f.Start:f.End] != d.Word(i) {
				t.Errorf("%q: word %q is %q in the file", src, d.Word(i), src[f.Start:f.End])
			}
		}
	}
}

// TestMarksInCells reads two marks in a cell as one, and marks that nothing closes as they are.
func TestMarksInCells(t *testing.T) {
	src := "time,text\n1,\"He said \"\"no\"\" twice.\"\n2,\"So\" they say.\n3,\"We go.\n"
	d, err := normalize.Read("t", []byte(src), ReadTable)
	if err != nil {
		t.Fatal(err)
	}
	if want := "He said \"no\" twice. \"So\" they say. \"We go."; d.Text != want {
		t.Errorf("%q, want %q", d.Text, want)
	}
}

// TestOtherTables leaves alone what is no table of captions, and tells what it does not read.
func TestOtherTables(t *testing.T) {
	for _, src := range []string{
		"name,price\nBread,2\n", "Text, time and again, is read.\n\nWe read it.\n", "text,start", "text;time\nWe go.\nWe stay.\n", "",
	} {
		if p, _ := ReadTable("t", []byte(src)); p != nil {
			t.Errorf("%q is read as %q", src, p.Text)
		}
	}
	row := "1,We will go.,Wir werden alle zusammen gehen.\n"
	p, _ := ReadTable("t", []byte("start,text,german\n"+strings.Repeat(row, 8)))
	if p == nil || !p.Partial || len(p.Warnings) != 1 {
		t.Errorf("nothing tells of the second text: %v", p)
	}
}

// TestTablesByTimes reads tables whose columns no known word names, by their times, and
// leaves other tables of numbers alone.
func TestTablesByTimes(t *testing.T) {
	rows, data := "", ""
	for i := range 8 {
		rows += fmt.Sprintf("%d.0;%d.5;Ada Lund;We will go, and soon,\n", 2*i, 2*i+1)
		data += fmt.Sprintf("%d;%d;Ada Lund;The bridge of %d fell.\n", i+1, 2000+i, i)
	}
	for src, want := range map[string]bool{
		rows: true, "Beginn;Ende;Wer;Satz\n" + rows: true, data: false, "Nummer;Jahr;Wer;Satz\n" + data: false,
	} {
		p, _ := ReadTable("t", []byte(src))
		if (p != nil) != want {
			t.Errorf("%q: %v", src, p)
		}
		if p != nil && (strings.Count(p.Text, "We will go, and soon,") != 8 || p.Anchors[7].Voice != "Ada Lund") {
			t.Errorf("%q: %q", src, p.Text)
		}
	}
}
