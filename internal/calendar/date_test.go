package calendar_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/internal/calendar"
	"github.com/quoteprov/quoteprov/internal/change"
	"github.com/quoteprov/quoteprov/internal/reading/readingtest"
)

func nothing(int) bool { return false }

func TestDates(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"on 31 December 2024", "31, month 12, 2024 or year '24"},
		{"on Dec. 31, 2024", "month 12, 31, 2024 or year '24"},
		{"on 31/12/2024", "31, month 12, 2024 or year '24"},
		{"on 12/31/2024", "month 12, 31, 2024 or year '24"},
		{"on 31.12.2024", "31, month 12, 2024 or year '24"},
		{"on 2024-12-31", "2024 or year '24, month 12, 31"},
		{"on the twenty-first of May", "21, month 5"},
		{"on May 1st", "month 5, 1"},
		{"on Tuesday, 5 March,", "day 2, 5, month 3"},
		{"the 25th ship", ""},
		{"on 11 March the first trains came", "11, month 3"},
		{"in 2022", "2022 or year '22"},
		{"in '22", "year '22"},
		{"in 2021–22", "2021 or year '21, 2022"},
		{"from 1998 to 2003", "1998 or year '98, 2003 or year '03"},
		{"in nineteen eighty-seven", "1987 or year '87"},
		{"in two thousand and eight", "2008 or year '08"},
		{"two thousand and eight boats", ""},
		{"in 2020 people came", ""},
		{"the 1990s and the '80s", "1990s or 90s, 80s"},
		{"in the nineties", "90s"},
		{"in the 1980 s", "1980s or 80s"},
		{"he may march in May and March", "month 5, month 3"},
		{"yesterday and last year", "yesterday"},
		{"the score was 10/12", ""},
		{"$2000 and 1999 boats", ""},
	} {
		r := readingtest.Quote("We went there " + c.text + " again.")
		var got []string
		for _, f := range calendar.DatesIn(r, nothing) {
			v := f.Value
			if f.Also != "" {
				v += " or " + f.Also
			}
			got = append(got, v)
		}
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSameSort(t *testing.T) {
	for _, c := range []struct{ value, want string }{
		{"month 5", "month"}, {"weekday 2", "weekday"}, {"yesterday", "relative"}, {"2024", "year"}, {"31", "number"},
	} {
		if got := calendar.SortOf(c.value); got != c.want {
			t.Errorf("%q: got %s, want %s", c.value, got, c.want)
		}
	}
	if !calendar.SameSort("2024", "1998") || calendar.SameSort("2024", "31") {
		t.Error("years and days")
	}
}

// TestCoincide holds times of a speech of Wednesday, 6 March 2024, to those of a
// report of the 8th: same, minor where only one says the year, or major.
func TestCoincide(t *testing.T) {
	for _, c := range []struct{ said, printed, want string }{
		{"yesterday", "on Tuesday", "minor"},
		{"yesterday", "on Wednesday", "major"},
		{"yesterday", "on 5 March", "minor"},
		{"on Tuesday", "on Wednesday", ""},
		{"two days ago", "on Monday", "minor"},
		{"last year", "in 2023", "minor"},
		{"last year", "in 2022", "major"},
		{"last month", "in February", "minor"},
		{"next month", "in April", "minor"},
		{"on 5 March", "on 5 March 2023", "major"},
		{"on 5 March 2023", "on 5 March", "major"},
		{"in 2022", "two years ago", "minor"},
		{"three weeks ago", "in February", "minor"},
		{"last week", "this week", "major"},
		{"in December", "in December 2023", "minor"},
	} {
		one := func(s, day string) calendar.Moment {
			r := readingtest.Quote("We met there " + s + " again.")
			r.Doc.Meta.Published = day
			ms := calendar.Moments(r, calendar.DatesIn(r, nothing))
			if len(ms) != 1 {
				t.Fatalf("%q: %d times", s, len(ms))
			}
			return ms[0]
		}
		got := calendar.Coincide(one(c.printed, "2024-03-08"), one(c.said, "2024-03-06"))
		if got := fmt.Sprint(change.Severity(got)); got != c.want {
			t.Errorf("%s for %s: got %q, want %q", c.printed, c.said, got, c.want)
		}
	}
}
