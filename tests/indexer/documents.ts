/** Documents of our own, in the manner of news; what they tell is made up. */
export const SIXTH = `Ottawa weighs rules after allies act

By Jane Fairweather

OTTAWA — The Canadian government is reviewing whether Huawei may supply its 5G networks, the public safety minister said on Tuesday.

The Pentagon in May ordered stores on American military bases to stop selling phones made by Huawei and ZTE, a step that Canadian lawmakers have cited.

"We look at every supplier with the same care," Public Safety Minister Alan Petty told reporters. "Nobody is singled out. Nobody gets a free pass."

What the agencies say

The U.S. Department of Commerce fined ZTE $1.3 billion in June 2018, according to a filing by the department.

In October 2018, the FCC banned carriers from spending federal money on equipment from Huawei and ZTE. Huawei rejected the decision.

"Banning a supplier does not make a network safer," a Huawei spokeswoman said. "We will go on talking to the commission."

Pat Lindqvist, Director of the Northern Telecom Institute, said:

Carriers need rules that they can plan with.

Without them every purchase is a bet.

Read more: How a 5G network is built

A mast near Gatineau carries equipment by three makers. (Photo: N. Okafor)

Comments

Huawei phones are fine, I have two.
`

export const WRAPPED = `Carriers told to look again

The Federal Communications Commission warned rural carriers last month that
equipment made by ZTE may have to be replaced, Commissioner Dana Whitlock said.
The commission has set no date.

ZTE denied that its equipment is unsafe. The company said it had passed every
test that carriers asked for.
`
