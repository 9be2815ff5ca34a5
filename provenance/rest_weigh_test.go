package provenance

import (
	"strings"
	"testing"
)

// What stands in brackets is what the transcript has and the quote leaves out
// or, in the second half, what the quote puts in.
func TestWeighOmission(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		// a clause or a phrase that says something
		{"I am against it as a minister [and I am for it as a minister] of the crown.", "altered"},
		{"The bill is a good one[, and I am against it], and the house will vote on it in May.", "altered"},
		{"We support the bill[, we oppose its haste], and we thank the engineers of the house.", "altered"},
		{"The bill is a good one[, we all know that], and the house will vote on it in May.", "paraphrase"},
		{"The mayor[, who has nine children,] signed the treaty with Ostmark in the spring.", "paraphrase"},
		{"The mayor – [he has nine children – ]signed the treaty with Ostmark in the spring.", "paraphrase"},
		{"The tax will be paid by those [who own more than two houses] in the city of Orrin.", "altered"},
		{"We will pay each farmer in the valley nine crowns a day [until the rain comes] and then four.", "altered"},
		{"We want to close the road [for trucks] in the winter months.", "altered"},
		{"The road to Sennet is open again and safe [in dry weather] for all who use it.", "altered"},
		{"We have the right to fish in the lake [and the duty] to protect it from the mill.", "paraphrase"},
		{"The road [from Sennet] to the harbour of Orrin will be closed in May.", "altered"},
		{"We will work [against Ostmark] in the council and on the lake.", "altered"},
		{"They spoke of the arrest [of the mayor by soldiers] in the square of Tamsin.", "altered"},
		{"The wells of [Northern] Varland are dry and the farmers are leaving the valley.", "altered"},
		// words that limit what stands beside them
		{"We reached a [temporary] understanding with Ostmark about the water of the lake.", "altered"},
		{"The engineers found [partial] damage to the sluices of the northern canal.", "altered"},
		{"The [alleged] theft of the harbour funds will be looked into by the court.", "altered"},
		{"The [so-called] friends of Varland have sent us nothing in nine years.", "altered"},
		{"The council has adopted the [draft] budget for the next two years.", "altered"},
		{"The [former] president of the council resigned after the vote on the mill.", "altered"},
		{"The [deputy] mayor of Tamsin has signed the contract with the bank of Orrin.", "altered"},
		{"We agree [in principle] to the sale of the pier to the fishermen of Tamsin.", "altered"},
		{"The council will[, with the consent of the house,] sell the northern pier to the fishermen.", "altered"},
		{"The road is[, for now,] open for all who live in the valley of Sennet.", "altered"},
		{"We will[, unless it rains,] open the sluices of the northern canal in May.", "altered"},
		{"We need [some kind of] machinery to clear the snow off the Sennet road.", "altered"},
		{"The ministry [has begun to] pay the farmers of the valley this spring.", "altered"},
		{"The engineers [have yet to] repair the northern wall of the dam at Orrin.", "altered"},
		{"The old wooden [and rotten] bridge over the Vesk will be closed for two months.", "paraphrase"},
		{"The [wooden] bridges over the Vesk will be closed for two months.", "altered"},
		// forms of address, asides, manner, praise, lists
		{"The wells are dry[, ladies and gentlemen,] and the farmers are leaving the valley.", "edited"},
		{"The wells[, Mr Speaker,] are dry and the farmers are leaving the valley.", "edited"},
		{"The wells[, dear friends and neighbours,] are dry and the farmers are leaving the valley.", "paraphrase"},
		{"The wells[, I repeat,] are dry and the farmers are leaving the valley.", "paraphrase"},
		{"The wells[, in my view,] are dry and the farmers are leaving the valley.", "paraphrase"},
		{"The wells[, as every child in Sennet knows,] are dry and the farmers are leaving the valley.", "paraphrase"},
		{"The wells[ (there are forty of them)] are dry and the farmers are leaving the valley.", "paraphrase"},
		{"The wells – [as far as I can see today – ]are dry and the farmers are leaving the valley.", "paraphrase"},
		{"We have[, thank God,] no cases of fever left in the harbour district.", "paraphrase"},
		{"The engineers [quietly and patiently] repaired the northern wall of the dam.", "paraphrase"},
		{"Our [brave and hard-working] farmers of Sennet have waited long enough for this.", "paraphrase"},
		{"We shall repair the dam, [the bridge, ]the mill and the road to Sennet this year.", "paraphrase"},
		{"The council will sell the northern pier [and the old mill] to the fishermen of Tamsin.", "paraphrase"},
		{"The president [of the council] resigned after the vote on the mill.", "paraphrase"},
		{"We will work with Kestria [and Belmora] in the council and on the lake.", "paraphrase"},
		{"The treaty was signed [in Tamsin] by the mayor and by the engineers.", "paraphrase"},
		{"My colleague Leontine [Abara] signed the treaty in the spring of last year.", "paraphrase"},
		{"My colleague [Leontine] Abara signed the treaty in the spring of last year.", "paraphrase"},
		{"I met Leontine Abara[, Hendrik Steyn] and the engineers in the council of the city.", "paraphrase"},
		{"The plan is [very] good for the valley and for the city below it.", "paraphrase"},
		{"The mill stands empty and [I think] that is a shame for the people of the village.", "paraphrase"},
	} {
		whole := strings.NewReplacer("[", "", "]", "").Replace(c.sentence)
		v, got := compared(whole, without(c.sentence))
		if string(v) != c.want {
			t.Errorf("%s\nleft out: %s %s, want %s", c.sentence, v, got, c.want)
		}
	}
}

func TestWeighInsertion(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{"The engineers [patiently] repaired the northern wall of the dam at Orrin.", "altered"},
		{"Our [brave] farmers of Sennet have waited long enough for this.", "altered"},
		{"The [alleged] theft of the harbour funds will be looked into by the court.", "altered"},
		{"We need [some kind of] machinery to clear the snow off the Sennet road.", "altered"},
		{"The engineers will [try to] repair the northern wall of the dam at Orrin.", "altered"},
		{"The council will sell the northern pier [and the old mill] to the fishermen of Tamsin.", "altered"},
		{"The wells[, they are his,] are dry and the farmers are leaving the valley.", "altered"},
		{"The plan is [very] good for the valley and for the city below it.", "paraphrase"},
		{"We know [that] the mill stands empty and the village is poor.", "paraphrase"},
		{"The wells are dry and [so] the farmers are leaving the valley of Sennet.", "paraphrase"},
	} {
		whole := strings.NewReplacer("[", "", "]", "").Replace(c.sentence)
		v, got := compared(without(c.sentence), whole)
		if string(v) != c.want {
			t.Errorf("%s\nput in: %s %s, want %s", c.sentence, v, got, c.want)
		}
	}
}

// without is a sentence without what stands in its brackets.
func without(s string) string {
	before, rest, _ := strings.Cut(s, "[")
	_, after, _ := strings.Cut(rest, "]")
	return strings.Join(strings.Fields(before+after), " ")
}
