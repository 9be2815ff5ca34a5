package html

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// Numbers of notes are no part of the word that they stand behind; powers and endings are.
func TestRaised(t *testing.T) {
	for _, c := range [][2]string{
		{"We repair the pier with you<sup>1</sup> in May.", "We repair the pier with you in May"},
		{"It is so<sup><a href='#n2'>2</a></sup>, she said.", "It is so she said"},
		{"“It is our duty.”<sup>[3, 4]</sup> He left.", "It is our duty He left"},
		{"The pier is closed<sup>†</sup> today.", "The pier is closed today"},
		{"We have 30 m<sup>2</sup> and 10<sup>6</sup> nails.", "We have 30 m and 10 nails"},
		{"And he<sup>1</sup> says we<sup>2</sup> wasn’t<sup>3</sup> what I<sup>4</sup> am.", "And he says we wasn’t what I am"},
		{"It is 12 in<sup>2</sup>, x<sup>2</sup>, a<sup>2</sup> and so<sup>2</sup>.", "It is 12 in x2 a2 and so"},
		{"It is the 5<sup>th</sup> time, by M<sup>me</sup> Lund.", "It is the 5th time by Mme Lund"},
		{"The harvest<sup>1</sup><sup>2</sup> is in<sup><a href='#n3'>3</a></sup><sup>4</sup>.", "The harvest is in"},
		{"A plan<sup>(3)</sup> of hours<sup>1)</sup> is made<sup><a href='#n7'>note 7</a></sup>.", "A plan of hours is made"},
		{"The castle<sup><a href='#na'>a</a></sup> is old<sup><b hidden>x</b>1</sup>.", "The castle is old"},
		{"The toll rose<a href='#_ftn1'>[1]</a> again <a href='#_ftn2'>[2]</a>.", "The toll rose again"},
		{"“<a href='x'>[N]</a>obody will lose,” she said.", "N obody will lose she said"},
		{"The toll<a href='#f'><sup>[1]</sup></a> rose<sup><a href='#f'>[2]</a></sup>.[3] It fell[4, 5].", "The toll rose It fell"},
		{"It is section 12(3) and Rule(4), and [3] ships<b hidden>[6]</b>.", "It is section 12 3 and Rule 4 and 3 ships"},
		{"The <a href='/x'>[Mayor]</a> left<a href='#f'>[note 3]</a> her[b] post<a href='#f'>[b]</a>.", "The Mayor left her b post"},
		{"The<sup></sup> pier<sup> </sup>is new.", "The pier is new"},
	} {
		const before = "<p>The harbour was full of people.</p><p>"
		p, err := Read("page.html", []byte(before+c[0]))
		if err != nil {
			t.Fatal(err)
		}
		d := normalize.Build("page.html", []byte(before+c[0]), *p)
		var words []string
		for _, w := range d.Words[6:] {
			words = append(words, d.Read(w.Span()))
		}
		if got := strings.Join(words, " "); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}

// Powers are written raised, and a note behind a year or a word is none.
func TestPowers(t *testing.T) {
	for _, c := range [][2]string{
		{"10<sup>6</sup> nails", "10⁶ nails"},
		{"10<sup>−3</sup> of it", "10⁻³ of it"},
		{"30 m<sup>2</sup> of wall", "30 m² of wall"},
		{"300 feet<sup>2</sup> of wall", "300 feet² of wall"},
		{"12 miles<sup>5</sup> of road", "12 miles of road"},
		{"the last mile<sup>2</sup>, she said", "the last mile, she said"},
		{"We walked inside<sup>4</sup>.", "We walked inside."},
	} {
		src := []byte("<p>The harbour was full of people.</p><p>" + c[0] + "</p>")
		p, err := Read("page.html", src)
		if err != nil {
			t.Fatal(err)
		}
		d := normalize.Build("page.html", src, *p)
		whole := d.Kept(text.Span{End: len(d.Text)})
		if _, got, _ := strings.Cut(whole, "people. "); got != c[1] {
			t.Errorf("%s: got %q, want %q", c[0], got, c[1])
		}
	}
}
