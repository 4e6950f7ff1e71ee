// Types that more than one file speaks of.

import { Stage } from 'stages.bicep'

@export()
@description('One installation: what all of its files have to know.')
type Installation = {
  @description('Region.')
  location: string

  @description('What makes its names unique in the world: 13 small letters and digits.')
  @minLength(13)
  @maxLength(13)
  token: string

  @description('Tags of every resource. azd finds its own by azd-env-name.')
  tags: {
    @description('The environment of azd.')
    'azd-env-name': string
  }

  @description('How it is laid out.')
  stage: Stage
}

@export()
@description('A person or group that runs the command line against the account.')
type Operator = {
  @description('Whether they may also write: drop, retry, reprocess, repair, delete. Otherwise they may show, export and verify.')
  mayWrite: bool

  @description('Object id in Entra ID. Empty: nobody.')
  id: string

  @description('What the id is of.')
  type: 'User' | 'Group' | 'ServicePrincipal'
}

@export()
@description('What a month may cost before somebody is told.')
type Budget = {
  @description('In the currency that the subscription is billed in. 0: no budget.')
  @minValue(0)
  amount: int

  @description('Since when: the first day of the month in which the budget is made, 2026-12-01. It can\'t be changed afterwards.')
  from: string
}
