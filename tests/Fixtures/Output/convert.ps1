# Tenant contoso. Connect first: Connect-ExchangeOnline
# The outbound connector 'To the old gateway' is taken away by the deployment (Ensure: Absent), so it is left out

# New-AcceptedDomain is for Exchange Server only: add each domain in the Microsoft 365 admin center first.
# Left out, as it belongs to the tool and not to the mail flow: TenantId
Set-AcceptedDomain -Identity 'contoso.com' -DomainType 'InternalRelay'

# tlsSenderCertificateName is left out, since its value is not known here: "[parameters('certificate')]"
# Left out, as it belongs to the tool and not to the mail flow: ManagedIdentity
New-InboundConnector -Name '[Main] From our servers' -ConnectorType 'OnPremises' -RequireTls $true -SenderDomains '*'

# It is deployed only under a condition
# New-OutboundConnector -Name 'Through the gateway' -ConnectorType 'Partner' -RecipientDomains '*' -UseMXRecord $false -SmartHosts 'out.example.net' -TlsSettings 'CertificateValidation'

New-TransportRule -Name 'Route' -Enabled $true -RouteMessageOutboundConnector 'To the old gateway'
