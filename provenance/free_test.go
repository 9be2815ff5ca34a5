package provenance_test

import (
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// ferry is a speech as one translator has it.
const ferry = `The commission has worked for fourteen months and heard 230 witnesses. On the ninth of February the ferry struck a rock outside the harbour and sank in 38 minutes. There were 417 people on board. The captain had slept for four hours in two days. The alarm that ought to have warned of the rock had been switched off, as it went off too often. The inspectors had tested the vessel in November and found no fault. I want to say clearly that the crew did not fail. The commission does not recommend criminal charges against the captain. It is not negligence. It is a crime. We propose that no officer may work more than twelve hours, even when he consents. Rust is lighter than the hull, and cheap money would bring relief for three months and pain for three years. If the owners do not pay, we shall open the gate. The most probable explanation is dust on the lamps. Our fathers borrowed, and we are still paying for their palaces.`

// TestFree: in a report that translates freely another number, date or name and a negator
// before what the speaker granted are still told; what is only put in another way is not.
func TestFree(t *testing.T) {
	lines := strings.Split(`
same: Over 14 months, 230 witnesses were listened to by the commission
same: A rock off the harbour was hit by the ferry on February 9, and 38 minutes later it had gone down
same: In two days the captain had had four hours of sleep
same: An alarm should have given warning of the rock, but it was turned off because it sounded too frequently
same: In November inspectors checked the vessel and discovered nothing wrong with it
same: Let me be clear: it wasn't the crew who failed
same: We are not asking for the captain to be prosecuted
same: This isn't carelessness, it's criminal
same: Officers should not be permitted to work longer than twelve hours, not even with their consent
same: Three months of relief and three years of pain is what cheap money would bring
same: Otherwise, should the owners refuse payment, the gate is going to be opened by us
same: The reason is unknown to us; in all likelihood dust had settled on the lamps
same: Our fathers took loans, and the palaces they built with them are not paid off to this day
changed: Over 14 months, 260 witnesses were listened to by the commission
changed: A rock off the harbour was hit by the ferry on March 9, and 38 minutes later it had gone down
changed: Let me be clear: the crew failed`, "\n")[1:]
	for i, f := range checkRetold(t, ferry, lines) {
		mark, _, _ := strings.Cut(lines[i], ": ")
		switch f.Verdict {
		case provenance.Unsupported:
			t.Errorf("%s: %s", lines[i], f.Verdict)
		case provenance.Altered:
			if mark == "same" {
				t.Errorf("%s: %v", lines[i], f.Differences)
			}
		default:
			if mark == "changed" {
				t.Errorf("%s: %s %s", lines[i], f.Verdict, f.Reason)
			}
		}
	}
}

// TestFreeCopies: a report of copies is held to every word, however freely one of them is
// told.
func TestFreeCopies(t *testing.T) {
	report, claims, err := provenance.ReadClaims("quotes", []byte(
		"The commission does recommend criminal charges against the captain.\n"+
			"There were 417 people on board.\n"+
			"The captain had slept for four hours in two days.\n"+
			"Officers should be permitted to work longer than twelve hours without their consent.\n"))
	if err != nil {
		t.Fatal(err)
	}
	c := provenance.New([]*text.Document{normalize.Text("speech", []byte(ferry))}, provenance.Options{})
	if f := placed(c.CheckClaims(report, claims)).Findings[0]; f.Verdict != provenance.Altered {
		t.Errorf("%s %s", f.Verdict, f.Reason)
	}
}
