package dates

import "testing"

func TestIn(t *testing.T) {
	for _, c := range []struct{ s, want string }{
		{"Published : 7 Apr 2031 08:19 PM", "2031-04-07"},
		{"Wednesday, 4 August, 2021 - 22:07", "2021-08-04"},
		{"Saturday, June 22, 2024", "2024-06-22"},
		{"POSTED: 2:45 pm EST January 22, 2008", "2008-01-22"},
		{"Sept. 3rd, 2019", "2019-09-03"},
		{"2024-02-27T10:00:00Z", "2024-02-27"},
		{"the 3rd of May 2020", "2020-05-03"},
		{"31-Dec-2019", "2019-12-31"},
		{"27 февраля 2024", "2024-02-27"},
		{"3. März 2021", "2021-03-03"},
		{"3 de mayo de 2021", "2021-05-03"},
		{"2024年2月27日", "2024-02-27"},
		{"27.02.2024", "2024-02-27"},
		{"02/27/2024", "2024-02-27"},
		{"05/05/2024", "2024-05-05"},
		{"03/04/2024", ""}, // March or April
		{"February 30, 2024", ""},
		{"26th February", ""}, // of which year
		{"May 2024", ""},
		{"version 2024.99.99", ""},
		{"Tue, 11/18/2025 - 17:57", "2025-11-18"},
		{"Tue, 03/04/2025 - 17:57", "2025-03-04"}, // 3 April 2025 was a Thursday
		{"Thursday 03/04/2025", "2025-04-03"},
		{"Friday 03/04/2025", ""},
		{"", ""},
	} {
		if got := In(c.s); got != c.want {
			t.Errorf("In(%q) = %q, want %q", c.s, got, c.want)
		}
	}
}

// TestPatterns compiles what is compiled only when a text has need of it.
func TestPatterns(t *testing.T) {
	for _, p := range patterns {
		if n := p.re().NumSubexp(); n != 3 {
			t.Errorf("%s has %d groups, not day, month and year", p.order, n)
		}
	}
}

func TestNear(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2024-02-28", "2024-02-29", true},
		{"2024-03-01", "2024-02-29", true},
		{"2024-03-02", "2024-02-29", false},
		{"2024-02-30", "2024-02-29", false}, // no day
		{"", "", false},
	} {
		if got := Near(c.a, c.b, 1); got != c.want {
			t.Errorf("Near(%q, %q, 1) = %v", c.a, c.b, got)
		}
	}
}
