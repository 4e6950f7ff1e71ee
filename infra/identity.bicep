// The one identity of the app. It outlives the app, so that roles can be given before the first code runs.

import { identityName } from 'names.bicep'
import { Installation } from 'types.bicep'

@description('Where, and how it is laid out.')
param installation Installation

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: identityName(installation.token)
  location: installation.location
  tags: installation.tags
}
