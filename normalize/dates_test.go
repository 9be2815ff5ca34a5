package normalize

import "testing"

func TestDateIn(t *testing.T) {
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
		{"", ""},
	} {
		if got := dateIn(c.s); got != c.want {
			t.Errorf("dateIn(%q) = %q, want %q", c.s, got, c.want)
		}
	}
}
